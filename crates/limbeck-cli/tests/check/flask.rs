//! Projects of Flask-Migrate: env.py asks `flask.current_app` for everything, and the ini does not say where env.py is. Plain `alembic` runs none of them.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

use crate::{Outcome, limbeck};

const ENV: &str = "import logging
from logging.config import fileConfig
from alembic import context
from flask import current_app
config = context.config
fileConfig(config.config_file_name)
extension = current_app.extensions['migrate']
engine = extension.db.engine
config.set_main_option('sqlalchemy.url', engine.url.render_as_string(hide_password=False).replace('%', '%%'))
def leave_out_nothing(context, revision, directives):
    if getattr(config.cmd_opts, 'autogenerate', False) and directives[0].upgrade_ops.is_empty():
        directives[:] = []
options = extension.configure_args
options.setdefault('process_revision_directives', leave_out_nothing)
metadata = extension.db.metadatas[None]
if context.is_offline_mode():
    context.configure(url=config.get_main_option('sqlalchemy.url'), target_metadata=metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=metadata, **options)
        with context.begin_transaction():
            context.run_migrations()
";

const FACTORY: &str = "import os
from flask import Flask
from flask_login import LoginManager
from flask_migrate import Migrate
from .db import db
login, migrate = LoginManager(), Migrate(compare_server_default=True)
def create_app(settings='shop.settings.Development', **more):
    app = Flask(__name__, instance_relative_config=True)
    app.config.from_object(settings)
    app.config.from_mapping(more)
    app.config.from_pyfile('local.py', silent=True)
    app.config.from_prefixed_env()
    with app.app_context():
        db.init_app(app)
    migrate.init_app(app, db)
    login.init_app(app)
    from .orders import bp
    app.register_blueprint(bp, url_prefix='/orders')
    @app.route('/')
    def index():
        return 'hello'
    return app
";
const SETTINGS: &str = "import os
class Base:
    SQLALCHEMY_ENGINE_OPTIONS = {'pool_pre_ping': True}
class Development(Base):
    SQLALCHEMY_DATABASE_URI = os.environ.get('SHOP_DATABASE', 'sqlite:///shop.db')
";
const ORDERS: &str = "from flask import Blueprint, jsonify
from flask_login import login_required
from .db import db
bp = Blueprint('orders', __name__)
class Order(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    customer = db.Column(db.String(80), nullable=False, index=True)
@bp.route('/')
@login_required
def orders():
    return jsonify([o.id for o in Order.query.all()])
";

struct Shop {
    folder: TempDir,
}

impl Shop {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let ini = crate::INI.replace("script_location = %(here)s/migrations\nprepend_sys_path = .\n", "");
        let template = "\"\"\"${message}\"\"\"\nfrom alembic import op\nimport sqlalchemy as sa\nrevision = ${repr(up_revision)}\ndown_revision = \
                        ${repr(down_revision)}\ndef upgrade():\n    ${upgrades if upgrades else 'pass'}\ndef downgrade():\n    ${downgrades \
                        if downgrades else 'pass'}\n";
        let project = [
            ("migrations/alembic.ini", ini.as_str()),
            ("migrations/env.py", ENV),
            ("migrations/script.py.mako", template),
            ("shop/__init__.py", FACTORY),
            ("shop/db.py", "from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()\n"),
            ("shop/settings.py", SETTINGS),
            ("shop/orders.py", ORDERS),
        ];
        for (name, text) in project.iter().chain(files) {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
            fs::write(path, text).expect("a file");
        }
        fs::create_dir_all(folder.path().join("migrations/versions")).expect("a folder");
        fs::create_dir_all(folder.path().join("instance")).expect("a folder");
        Shop { folder }
    }

    fn run(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Outcome {
        let output = Command::new(limbeck())
            .args(["-c", "migrations/alembic.ini"])
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("ALEMBIC_CONFIG")
            .env_remove("FLASK_APP")
            .envs(variables.iter().copied())
            .output()
            .expect("limbeck starts");
        Outcome {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    fn works(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Outcome {
        let outcome = self.run(arguments, variables);
        assert_eq!(outcome.code, Some(0), "{arguments:?}: {outcome:#?}");
        outcome
    }

    fn refuses(&self, variables: &[(&str, &str)]) -> String {
        let outcome = self.run(&["current"], variables);
        assert_eq!(outcome.code, Some(255), "{outcome:#?}");
        outcome.stderr
    }

    fn has_orders(&self, file: &str) -> bool {
        let path = self.folder.path().join(file);
        let query = "SELECT count(*) FROM sqlite_master WHERE name IN ('order', 'ix_order_customer')";
        path.is_file()
            && rusqlite::Connection::open(path)
                .expect("a database")
                .query_row(query, [], |row| row.get::<_, i64>(0))
                .expect("a count")
                == 2
    }
}

#[test]
fn the_application_that_flaskenv_names() {
    let shop = Shop::new(&[(".flaskenv", "FLASK_APP=\"shop:create_app()\"\n")]);
    shop.works(&["revision", "--autogenerate", "--rev-id", "aaaa"], &[]);
    shop.works(&["upgrade", "head"], &[]);
    assert!(shop.has_orders("instance/shop.db"));
    assert_eq!(shop.works(&["check"], &[]).stdout, "No new upgrade operations detected.\n");
    shop.works(&["revision", "--autogenerate", "--rev-id", "bbbb"], &[]);
    assert!(!shop.folder.path().join("migrations/versions/bbbb_.py").exists(), "there is nothing to be written");
    let sql = shop.works(&["upgrade", "head", "--sql"], &[]).stdout;
    assert!(sql.contains("CREATE TABLE \"order\""), "{sql}");
    shop.works(&["downgrade", "base"], &[]);
    assert!(!shop.has_orders("instance/shop.db"));
}

#[test]
fn settings_come_from_where_flask_takes_them() {
    let revision = "revision = 'aaaa'\ndown_revision = None\nfrom alembic import op\ndef upgrade():\n    op.execute('CREATE TABLE \"order\" (a INT)')\n    \
                    op.execute('CREATE INDEX ix_order_customer ON \"order\" (a)')\n";
    let shop = Shop::new(&[
        ("migrations/versions/aaaa.py", revision),
        ("instance/local.py", "SQLALCHEMY_DATABASE_URI = SQLALCHEMY_DATABASE_URI_OF_TESTS = 'sqlite:///local.db'\n"),
        (".env", "SHOP_DATABASE=sqlite:///of_env.db\nFLASK_APP=gone\n"),
        ("wsgi.py", "from shop import create_app\napplication = create_app()\n"),
    ]);
    let file = |name: &str| format!("instance/{name}");
    for (app, more, database) in [
        ("shop", ("A", "b"), "local.db"),
        (
            "shop/__init__.py:create_app('shop.settings.Development')",
            ("FLASK_SQLALCHEMY_DATABASE_URI", "sqlite:///prefixed.db"),
            "prefixed.db",
        ),
        ("wsgi.py", ("FLASK_SQLALCHEMY_DATABASE_URI", "sqlite:///wsgi.db"), "wsgi.db"),
    ] {
        shop.works(&["upgrade", "head"], &[("FLASK_APP", app), more]);
        assert!(shop.has_orders(&file(database)), "{app}");
    }
    fs::remove_file(shop.folder.path().join("instance/local.py")).expect("the file is there");
    shop.works(&["upgrade", "head"], &[("FLASK_APP", "shop:create_app(SQLALCHEMY_ECHO=False)")]);
    assert!(shop.has_orders(&file("of_env.db")));
}

#[test]
fn what_is_not_found_is_named() {
    let shop = Shop::new(&[]);
    assert!(shop.refuses(&[]).contains("set FLASK_APP to module:create_app"));
    for (app, reason) in [
        ("nowhere:app", "there is no module 'nowhere'"),
        ("shop:other", "module 'shop' has no 'other'"),
        ("shop:create_app(x + 1)", "is no name, and no call with plain values"),
        ("shop.settings", "module 'shop.settings' has neither an application nor a create_app()"),
    ] {
        let message = shop.refuses(&[("FLASK_APP", app)]);
        assert!(message.contains(&format!("({app}) was not found: ")) && message.contains(reason), "{message}");
    }
    // Flask-SQLAlchemy 2 has relative files beside the application.
    fs::write(shop.folder.path().join("shop/shop.db"), "").expect("a file");
    let message = shop.refuses(&[("FLASK_APP", "shop")]);
    assert!(message.contains("'shop.db'") && message.contains("write an absolute path"), "{message}");
}
