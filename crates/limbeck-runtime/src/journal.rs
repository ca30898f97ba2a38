//! What a revision has sent so far, and which of it is committed and stays whatever comes.

use limbeck_database::Outcome;

/// Words that begin a statement about the session alone.
const OF_THE_SESSION: [&str; 2] = ["SET", "USE"];
/// Words that begin a statement which only looks.
const LOOKING: [&str; 5] = ["SELECT", "SHOW", "EXPLAIN", "PRAGMA", "VALUES"];

/// The statements of the running revision.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    /// Empty while no revision runs
    revision: String,
    sent: Vec<String>,
    committed: Vec<String>,
    /// How many of the committed ones the user was told about
    told: usize,
    /// Each statement is committed by itself because the user asked for it or the database has it so, and nobody need be told
    expected: bool,
}

impl Journal {
    /// A revision begins; with `expected`, nobody need be told that statements are committed by themselves.
    pub fn begin(&mut self, revision: &str, expected: bool) {
        *self = Journal { revision: revision.to_owned(), expected, ..Journal::default() };
    }

    /// The revision ends; what of it was committed before its end.
    pub fn end(&mut self) -> Vec<String> {
        std::mem::take(self).committed
    }

    /// A statement was run; when nothing can be rolled back it is committed with that, and everything before it too.
    pub fn note(&mut self, text: &str, outcome: &Outcome, can_roll_back: bool) {
        if self.revision.is_empty() {
            return;
        }
        let word = text.split_whitespace().next().unwrap_or_default();
        let looks = !outcome.columns.is_empty() && LOOKING.iter().any(|known| word.eq_ignore_ascii_case(known));
        let changes = !OF_THE_SESSION.iter().any(|known| word.eq_ignore_ascii_case(known));
        if !looks && changes {
            self.sent.push(text.to_owned());
        }
        if !can_roll_back {
            self.commit();
        }
    }

    /// What was sent is committed.
    pub fn commit(&mut self) {
        self.committed.append(&mut self.sent);
    }

    /// What was sent is taken back.
    pub fn roll_back(&mut self) {
        self.sent.clear();
    }

    /// How much was sent and is not committed.
    pub fn mark(&self) -> usize {
        self.sent.len()
    }

    /// What was sent since a mark is taken back.
    pub fn back_to(&mut self, mark: usize) {
        self.sent.truncate(mark);
    }

    /// Before a revision goes on that is committed in part, says which part: a killed process could not say it any more.
    pub fn tell(&mut self) {
        let new = &self.committed[self.told..];
        if !new.is_empty() && !self.expected {
            let lines: Vec<String> = new.iter().map(|text| text.trim().replace('\n', "\n    ")).collect();
            let text = lines.join("\n    ");
            log::warn!(target: "limbeck", "revision {} is applied in part; if it does not end, this stays:\n    {text}", self.revision);
            self.told = self.committed.len();
        }
    }
}
