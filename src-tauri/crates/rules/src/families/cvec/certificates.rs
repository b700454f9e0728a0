//! The certificates and numbers that speak for a person.

use crate::context::Check;
use guichet_model::{Certificate, CvecNumber, Field, SourceRow};

/// One number carried by a row, and where.
pub(super) struct CarriedNumber<'a> {
    /// The number.
    pub(super) number: CvecNumber,
    /// The row that carries it.
    pub(super) source: &'a SourceRow,
}

/// Every number of the person: the roster's, then the certificates'. All are recorded.
pub(super) fn numbers<'a>(check: &mut Check<'a>) -> Vec<CarriedNumber<'a>> {
    let mut carried = roster_numbers(check);
    let office = check.office;
    carried.extend(certified_numbers(check, office.certificates_of(check.person.id)));
    carried
}

/// The numbers that speak for the person: the roster's, then those of the certificates that do. All are recorded.
pub(super) fn speaking_numbers<'a>(check: &mut Check<'a>) -> Vec<CarriedNumber<'a>> {
    let mut carried = roster_numbers(check);
    let certificates = speaking(check);
    carried.extend(certified_numbers(check, certificates));
    carried
}

/// The roster's numbers, on the file's own row and on the person's other rows of the same year (the contribution is due
/// once).
fn roster_numbers<'a>(check: &mut Check<'a>) -> Vec<CarriedNumber<'a>> {
    let mut carried = Vec::new();
    let (office, own) = (check.office, check.registration);
    let others = office.registrations_of(own.person).filter(|other| other.id != own.id);
    let same_year = others.filter(|other| other.academic_year == own.academic_year);
    for registration in std::iter::once(own).chain(same_year) {
        if let Some(number) = check.read(&registration.source, Field::CvecNumber, &registration.cvec_number).known() {
            carried.push(CarriedNumber { number, source: &registration.source });
        }
    }
    carried
}

fn certified_numbers<'a>(
    check: &mut Check<'a>,
    certificates: impl IntoIterator<Item = &'a Certificate>,
) -> Vec<CarriedNumber<'a>> {
    let mut carried = Vec::new();
    for certificate in certificates {
        if let Some(number) = check.read(&certificate.source, Field::CvecNumber, &certificate.number).known() {
            carried.push(CarriedNumber { number, source: &certificate.source });
        }
    }
    carried
}

/// The certificates that speak for the person: those of the campaign's year; without any, all of them.
pub(super) fn speaking<'a>(check: &Check<'a>) -> Vec<&'a Certificate> {
    let office = check.office;
    let campaign = check.campaign();
    let all: Vec<&Certificate> = office.certificates_of(check.person.id).collect();
    let of_campaign: Vec<&Certificate> =
        all.iter().filter(|certificate| certificate.year.is_some() && certificate.year == campaign).copied().collect();
    if of_campaign.is_empty() { all } else { of_campaign }
}

/// The campaign's certificates, and those without a year, which may be: a remark is not made on another year's.
pub(super) fn of_campaign<'a>(check: &Check<'a>) -> Vec<&'a Certificate> {
    let campaign = check.campaign();
    let is_read = |certificate: &&Certificate| {
        let unread = certificate.source.raw(Field::CvecYear).is_some_and(|raw| !raw.is_empty());
        if certificate.year.is_some() { certificate.year == campaign } else { !unread }
    };
    speaking(check).into_iter().filter(is_read).collect()
}
