//! The operations for async callers. Scripts are synchronous, so each operation runs on a thread of its own meanwhile; any async
//! runtime will do.

use limbeck_runtime::{Findings, PlannedRun, Report};

use crate::{Error, Migrator, Revision};

impl Migrator {
    /// [`Migrator::upgrade`] for async callers.
    ///
    /// # Errors
    /// As there.
    pub async fn upgrade_async(&self, target: &str) -> Result<Report, Error> {
        let target = target.to_owned();
        self.elsewhere(move |migrator| migrator.upgrade(&target)).await
    }

    /// [`Migrator::downgrade`] for async callers.
    ///
    /// # Errors
    /// As there.
    pub async fn downgrade_async(&self, target: &str) -> Result<Report, Error> {
        let target = target.to_owned();
        self.elsewhere(move |migrator| migrator.downgrade(&target)).await
    }

    /// [`Migrator::stamp`] for async callers.
    ///
    /// # Errors
    /// As there.
    pub async fn stamp_async(&self, targets: &[String], purge: bool) -> Result<Report, Error> {
        let targets = targets.to_vec();
        self.elsewhere(move |migrator| migrator.stamp(&targets, purge)).await
    }

    /// [`Migrator::all_rows`] for async callers.
    ///
    /// # Errors
    /// As there.
    pub async fn current_async(&self) -> Result<Vec<String>, Error> {
        self.elsewhere(|migrator| migrator.all_rows()).await
    }

    /// [`Migrator::history`] for async callers.
    ///
    /// # Errors
    /// As there.
    pub async fn history_async(&self, range: Option<&str>) -> Result<Vec<Revision>, Error> {
        let range = range.map(str::to_owned);
        self.elsewhere(move |migrator| migrator.history(range.as_deref())).await
    }

    /// [`Migrator::plan_upgrade`] for async callers.
    ///
    /// # Errors
    /// As there.
    pub async fn plan_upgrade_async(&self, target: &str, statements: bool) -> Result<Vec<PlannedRun>, Error> {
        let target = target.to_owned();
        self.elsewhere(move |migrator| migrator.plan_upgrade(&target, statements)).await
    }

    /// [`Migrator::check`] for async callers.
    ///
    /// # Errors
    /// As there.
    pub async fn check_async(&self) -> Result<Findings, Error> {
        self.elsewhere(Migrator::check).await
    }

    async fn elsewhere<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Migrator) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let migrator = self.clone();
        blocking::unblock(move || work(&migrator)).await
    }
}
