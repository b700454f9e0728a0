//! The dates of the pages, as a person transcribed them.

/// Some levels, one way in and what they are given to register.
pub(crate) struct Population {
    pub(crate) levels: &'static [&'static str],
    /// Way in; empty where the page does not ask.
    pub(crate) route: &'static str,
    /// Result of the year before; empty where the page does not ask.
    pub(crate) result: &'static str,
    /// First and last days of acceptance that the page gives these dates to.
    pub(crate) accepted: &'static [&'static str],
    /// First and last minutes; an empty first one where the page waits for the results. None: the page gives no date.
    pub(crate) spans: &'static [(&'static str, &'static str)],
    /// Last minute of a later close under a condition.
    pub(crate) perhaps_until: &'static str,
}

const fn of(
    levels: &'static [&'static str],
    route: &'static str,
    spans: &'static [(&'static str, &'static str)],
) -> Population {
    Population { levels, route, result: "", accepted: &[], spans, perhaps_until: "" }
}

const fn accepted(
    levels: &'static [&'static str],
    route: &'static str,
    accepted: &'static [&'static str],
    spans: &'static [(&'static str, &'static str)],
) -> Population {
    Population { levels, route, result: "", accepted, spans, perhaps_until: "" }
}

const fn after(
    levels: &'static [&'static str],
    result: &'static str,
    spans: &'static [(&'static str, &'static str)],
) -> Population {
    Population { levels, route: "re_registration", result, accepted: &[], spans, perhaps_until: "" }
}

const LICENCE_2024: &[(&str, &str)] =
    &[("2024-07-01T14:00", "2024-07-19T12:00"), ("2024-08-22T14:00", "2024-09-20T12:00")];
const TO_30_SEPTEMBER_2024: &[(&str, &str)] =
    &[("2024-07-01T14:00", "2024-07-19T12:00"), ("2024-08-22T14:00", "2024-09-30T12:00")];
const DOCTORATE_2024: &[(&str, &str)] =
    &[("2024-07-01T09:00", "2024-07-19T12:00"), ("2024-08-22T14:00", "2024-11-29T12:00")];
const SECOND_SESSION_2024: &[(&str, &str)] = &[("", "2024-07-19T12:00"), ("2024-08-22T14:00", "2024-09-20T12:00")];

/// The registration page of ALLSH, campaign 2024-2025.
#[rustfmt::skip]
pub(crate) const AMU_ALLSH: &[Population] = &[
    // « Licence 1 - DEUST 1 »
    accepted(&["L1", "DEUST1"], "parcoursup", &["2024-05-30", "2024-07-12"], &[("2024-07-09T14:00", "2024-07-19T12:00")]),
    accepted(&["L1", "DEUST1"], "parcoursup", &["2024-07-13", "2024-08-18"], &[("2024-07-13T14:00", "2024-08-28T12:00")]),
    // « au plus tard le 20/09/2024 à 12h »
    accepted(&["L1", "DEUST1"], "parcoursup", &["2024-08-19", "2024-09-19"], &[("2024-08-19T00:00", "2024-09-20T12:00")]),
    of(&["L1"], "parcoursup_reorientation", &[("2024-07-09T14:00", "2024-07-19T12:00"), ("2024-08-22T14:00", "2024-09-20T12:00")]),
    of(&["L1"], "re_registration", LICENCE_2024),
    // « Licence 2 – Licence 3 - DEUST 2 »: no way in is named.
    of(&["L2", "L3", "DEUST2"], "", LICENCE_2024),
    of(&["L2", "L3", "DEUST2"], "re_registration", LICENCE_2024),
    of(&["L2", "L3", "DEUST2"], "ecandidat", LICENCE_2024),
    of(&["L2", "L3", "DEUST2"], "etudes_en_france", LICENCE_2024),
    after(&["L2", "L3"], "not_passed", LICENCE_2024),
    // « Licence professionnelle »
    of(&["LP"], "", TO_30_SEPTEMBER_2024),
    of(&["LP"], "re_registration", TO_30_SEPTEMBER_2024),
    // « Master 1 »: days without hours.
    accepted(&["M1"], "mon_master", &["2024-06-04", "2024-07-15"], &[("2024-07-01T00:00", "2024-07-19T23:59")]),
    accepted(&["M1"], "mon_master", &["2024-07-16", "2024-08-26"], &[("2024-08-22T00:00", "2024-08-29T23:59")]),
    // « dans les délais fixés par le chef d’établissement »
    accepted(&["M1"], "mon_master", &["2024-08-27", "2024-09-15"], &[]),
    of(&["M1"], "ecandidat", &[]),
    // « Master 2 »
    of(&["M2"], "", TO_30_SEPTEMBER_2024),
    after(&["M2"], "second_session", TO_30_SEPTEMBER_2024),
    // « Doctorat », and the late funding of the first year.
    of(&["D2", "D3", "D4", "D5", "D6"], "", DOCTORATE_2024),
    Population { levels: &["D1"], route: "", result: "", accepted: &[], spans: DOCTORATE_2024, perhaps_until: "2025-04-30T12:00" },
    // « Admis en première chance », « Admis en seconde chance ou redoublant »: levels without a window of their own.
    after(&["M1", "DEUST1"], "first_session", LICENCE_2024),
    after(&["M1", "DEUST1"], "second_session", SECOND_SESSION_2024),
    after(&["M1", "DEUST1"], "not_passed", SECOND_SESSION_2024),
    after(&["M1"], "ajre", SECOND_SESSION_2024),
];

const AUGUST_REOPENING_2021: &str = "2021-08-23T14:00";

/// The registration page of the IUT, campaign 2021-2022: its calendar by day of acceptance.
#[rustfmt::skip]
pub(crate) const AMU_IUT: &[Population] = &[
    // "before July 11, 2021 inclusive"
    accepted(&["BUT1"], "parcoursup", &["2021-05-27", "2021-07-11"], &[("2021-07-07T14:00", "2021-07-16T12:00")]),
    // "until July 23, 2021 at noon, then from August 23, 2021 at 2:00 p.m. to August 27, 2021"
    accepted(&["BUT1"], "parcoursup", &["2021-07-12", "2021-08-22"], &[("2021-07-12T00:00", "2021-07-23T12:00"), (AUGUST_REOPENING_2021, "2021-08-27T23:59")]),
    // "until September 10, 2021"
    accepted(&["BUT1"], "parcoursup", &["2021-08-23", "2021-09-09"], &[("2021-08-23T00:00", "2021-09-10T23:59")]),
    // "for repeat students after the 1st year DUT who must re-enroll in the 1st year BUT"
    of(&["BUT1"], "re_registration", &[("2021-07-15T14:00", "2021-07-23T12:00"), (AUGUST_REOPENING_2021, "2021-09-10T23:59")]),
    // "students admitted to the second year of the DUT or those repeating the second year"
    of(&["DUT2"], "re_registration", &[("2021-07-15T14:00", "2021-07-23T12:00"), (AUGUST_REOPENING_2021, "2021-09-17T23:59")]),
    // "accepted in the 2nd year of the DUT […] via the eCandidat platform": no date.
    of(&["DUT2"], "ecandidat", &[]),
];

const GOL_2023: &[(&str, &str)] = &[("2023-07-06T14:00", "2023-07-21T12:00"), ("2023-08-21T14:00", "2023-09-15T12:00")];

/// The registration page of the DESU GOL, campaign 2023-2024.
pub(crate) const AMU_DESU_GOL: &[Population] =
    &[of(&["DESU"], "ecandidat", GOL_2023), of(&["DESU"], "re_registration", GOL_2023)];
