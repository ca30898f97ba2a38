//! The date of a new revision, shown as Python's `datetime` shows it.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::TemplateError;
use crate::config::Setting;

/// A moment as Python's `datetime`: naive local time, or with an offset. Microseconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreateDate {
    pub(super) civil: DateTime,
    /// Seconds east of UTC and the zone's short name, such as CET; `None` when naive.
    offset: Option<(i32, String)>,
    /// Whole seconds since 1970.
    pub(super) epoch: i64,
}

impl CreateDate {
    /// `now` in the configured time zone, else in the machine's without an offset.
    pub fn new(now: Timestamp, zone: Option<&Setting<String>>) -> Result<CreateDate, TemplateError> {
        let (zone, naive) = match zone {
            None => (TimeZone::system(), true),
            Some(setting) => {
                (find_zone(&setting.value).ok_or_else(|| TemplateError::NoTimeZone(setting.value.clone()))?, false)
            }
        };
        let zoned = now.to_zoned(zone);
        let offset = (!naive).then(|| {
            let name = zoned.time_zone().to_offset_info(now).abbreviation().to_owned();
            (zoned.offset().seconds(), name)
        });
        Ok(CreateDate { civil: zoned.datetime(), offset, epoch: now.as_second() })
    }

    /// Year, month, day, hour, minute, second and microsecond.
    pub fn parts(&self) -> [i32; 7] {
        let civil = self.civil;
        let small = [civil.month(), civil.day(), civil.hour(), civil.minute(), civil.second()].map(i32::from);
        let [month, day, hour, minute, second] = small;
        [civil.year().into(), month, day, hour, minute, second, self.microseconds()]
    }

    /// Seconds east of UTC and the zone's short name, such as CET; `None` for a date without a zone.
    pub fn offset(&self) -> Option<(i32, &str)> {
        self.offset.as_ref().map(|(seconds, name)| (*seconds, name.as_str()))
    }

    pub(super) fn date(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.civil.year(), self.civil.month(), self.civil.day())
    }

    fn microseconds(&self) -> i32 {
        self.civil.subsec_nanosecond() / 1000
    }

    /// `str(date)` with another separator between date and time.
    pub(super) fn iso(&self, separator: char) -> String {
        let mut text = format!(
            "{}{separator}{:02}:{:02}:{:02}",
            self.date(),
            self.civil.hour(),
            self.civil.minute(),
            self.civil.second()
        );
        if self.microseconds() != 0 {
            text.push_str(&format!(".{:06}", self.microseconds()));
        }
        if let Some((offset, _)) = self.offset {
            let (sign, seconds) = if offset < 0 { ('-', -offset) } else { ('+', offset) };
            text.push_str(&format!("{sign}{:02}:{:02}", seconds / 3600, seconds / 60 % 60));
            if seconds % 60 != 0 {
                text.push_str(&format!(":{:02}", seconds % 60));
            }
        }
        text
    }

    /// Python's `strftime` in the C locale, the directives that do not depend on the machine.
    pub(super) fn strftime(&self, format: &str) -> Result<String, String> {
        let civil = self.civil;
        let mut out = String::new();
        let mut chars = format.chars();
        while let Some(c) = chars.next() {
            if c != '%' {
                out.push(c);
                continue;
            }
            out.push_str(&match chars.next() {
                Some('Y') => civil.year().to_string(),
                Some('y') => format!("{:02}", civil.year().rem_euclid(100)),
                Some('m') => format!("{:02}", civil.month()),
                Some('d') => format!("{:02}", civil.day()),
                Some('j') => format!("{:03}", civil.day_of_year()),
                Some('H') => format!("{:02}", civil.hour()),
                Some('I') => format!("{:02}", (civil.hour() + 11) % 12 + 1),
                Some('p') => if civil.hour() < 12 { "AM" } else { "PM" }.to_owned(),
                Some('M') => format!("{:02}", civil.minute()),
                Some('S') => format!("{:02}", civil.second()),
                Some('f') => format!("{:06}", self.microseconds()),
                Some('F') => self.date(),
                Some('T') => format!("{:02}:{:02}:{:02}", civil.hour(), civil.minute(), civil.second()),
                Some(directive @ ('a' | 'A' | 'b' | 'B')) => civil.strftime(&format!("%{directive}")).to_string(),
                Some('%') => "%".to_owned(),
                other => return Err(format!("strftime directive '%{}' is not supported", other.unwrap_or_default())),
            });
        }
        Ok(out)
    }
}

/// Python's `str(datetime)`.
impl fmt::Display for CreateDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso(' '))
    }
}

/// The zone by its exact name, else by the name in capitals, as Alembic tries it.
fn find_zone(name: &str) -> Option<TimeZone> {
    let get = |name: &str| TimeZone::get(name).ok().filter(|zone| zone.iana_name() == Some(name));
    get(name).or_else(|| get(&name.to_uppercase()))
}
