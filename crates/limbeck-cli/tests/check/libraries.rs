//! Models as libraries write them. The goldens are real Alembic's; `libraries/regenerate.py` asks it again.

use crate::{Project, limbeck, sorted};

fn compare(name: &str, models: &str, golden: &str) {
    let project = Project::new(models, "", "", "DELETE FROM alembic_version;");
    std::fs::remove_file(project.folder.path().join("migrations/versions/aaaa.py")).expect("the revision");
    let mako = "${imports}\ndef upgrade():\n    ${upgrades}\ndef downgrade():\n    ${downgrades}\nrevision = 'bbbb'\ndown_revision = None\n";
    std::fs::write(project.folder.path().join("migrations/script.py.mako"), mako).expect("the template");
    let code = project.code(&limbeck());
    assert_eq!(sorted(&code), sorted(golden), "{name}\n{code}");
}

#[test]
fn sqlmodel() {
    compare("sqlmodel", include_str!("libraries/sqlmodel.py"), include_str!("libraries/sqlmodel.golden"));
}

#[test]
fn flask_sqlalchemy() {
    let golden = include_str!("libraries/flask_sqlalchemy.golden");
    compare("flask_sqlalchemy", include_str!("libraries/flask_sqlalchemy.py"), golden);
}

#[test]
fn modern_declarative() {
    compare("modern", include_str!("libraries/modern.py"), include_str!("libraries/modern.golden"));
}

#[test]
fn a_datetime_of_sqlmodel_is_not_guessed() {
    let models = "from datetime import datetime\nfrom sqlmodel import Field, SQLModel\nclass T(SQLModel, table=True):\n    id: int = \
                  Field(primary_key=True)\n    at: datetime\nmetadata = SQLModel.metadata\n";
    let message = Project::new(models, "", "", "").code(&limbeck());
    assert!(message.contains("T.at") && message.contains("sa_type=sa.DateTime"), "{message}");
}
