use super::{Fact, joined};
use crate::sql_values::{Columns, amount, code, date, instant, level, text, year};
use crate::words::search_words;
use guichet_model::{CvecNumber, Field, Level, PersonId, Registration, RegistrationId, SourceRow, TypedRow};
use rusqlite::types::Value;
use std::sync::Arc;

impl Fact for Registration {
    const TABLE: &'static str = "registration";
    const COLUMNS: &'static str = "academic_year, level, programme_code, programme, discipline, component, site, institution, \
        regime, exchange, route, offer_accepted_at, registered_at, registered_day_only, channel, previous_result, scholarship, \
        exemption_ground, cvec_number, fee_due, fee_paid, fee_paid_at, state, fee_settled, payment_plan, main, search";
    const KEY: &'static str =
        "concat_ws(char(31), coalesce(academic_year, ''), coalesce(level, ''), coalesce(programme_code, ''))";
    const FIELDS: &'static [Field] = &[
        Field::AcademicYear,
        Field::Level,
        Field::ProgrammeCode,
        Field::Programme,
        Field::Discipline,
        Field::Component,
        Field::Site,
        Field::Institution,
        Field::Regime,
        Field::Exchange,
        Field::Route,
        Field::OfferAcceptedAt,
        Field::RegisteredAt,
        Field::RegisteredAt,
        Field::Channel,
        Field::PreviousResult,
        Field::Scholarship,
        Field::ExemptionGround,
        Field::CvecNumber,
        Field::FeeDue,
        Field::FeePaid,
        Field::FeePaidAt,
        Field::RegistrationState,
        Field::FeePaid,
        Field::PaymentPlan,
        Field::MainRegistration,
    ];

    fn of_row(id: i64, person: PersonId, row: &TypedRow) -> Self {
        Self::from_row(RegistrationId(id), person, row)
    }

    fn key(&self) -> String {
        let year = self.academic_year.map(|year| year.start().to_string());
        joined([year.as_deref(), self.level.map(Level::as_str), self.programme_code.as_deref()])
    }

    fn values(&self) -> Vec<Value> {
        vec![
            year(self.academic_year),
            level(self.level),
            text(self.programme_code.as_deref()),
            text(self.programme.as_deref()),
            text(self.discipline.as_deref()),
            text(self.component.as_deref()),
            text(self.site.as_deref()),
            text(self.institution.as_deref()),
            code(self.regime),
            code(self.exchange),
            code(self.route),
            instant(self.offer_accepted_at),
            instant(self.registered_at),
            Value::Integer(i64::from(self.registered_day_only)),
            code(self.channel),
            code(self.previous_result),
            code(self.scholarship),
            code(self.exemption_ground),
            text(self.cvec_number.as_ref().map(CvecNumber::as_str)),
            amount(self.fee_due),
            amount(self.fee_paid),
            date(self.fee_paid_at),
            code(self.state),
            self.fee_settled.into(),
            self.payment_plan.into(),
            self.main.into(),
        ]
    }

    fn derived(values: &[Value]) -> Vec<Value> {
        let text = |at: usize| match values.get(at) {
            Some(Value::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let place = |sought| Self::FIELDS.iter().position(|field| *field == sought).and_then(text);
        vec![Value::Text(search_words([place(Field::Programme), place(Field::ProgrammeCode)]))]
    }

    fn read(
        id: i64,
        person: PersonId,
        source: Arc<SourceRow>,
        columns: &mut Columns<'_, '_>,
    ) -> rusqlite::Result<Self> {
        Ok(Self {
            id: RegistrationId(id),
            person,
            academic_year: columns.value()?,
            level: columns.value()?,
            programme_code: columns.plain()?,
            programme: columns.plain()?,
            discipline: columns.plain()?,
            component: columns.plain()?,
            site: columns.plain()?,
            institution: columns.plain()?,
            regime: columns.code()?,
            exchange: columns.code()?,
            route: columns.code()?,
            offer_accepted_at: columns.value()?,
            registered_at: columns.value()?,
            registered_day_only: columns.plain()?,
            channel: columns.code()?,
            previous_result: columns.code()?,
            scholarship: columns.code()?,
            exemption_ground: columns.code()?,
            cvec_number: columns.value()?,
            fee_due: columns.value()?,
            fee_paid: columns.value()?,
            fee_paid_at: columns.value()?,
            state: columns.code()?,
            fee_settled: columns.plain()?,
            payment_plan: columns.plain()?,
            main: columns.plain()?,
            source,
        })
    }
}
