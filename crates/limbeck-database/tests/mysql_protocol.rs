//! What answers need not be a server, or not an honest one: errors, never panics. And logging in where no server is at hand.

use std::io::{Read, Write};
use std::net::TcpListener;

use limbeck_database::mysql::MysqlConnection;
use limbeck_database::{Connection, DatabaseError, Url};
use limbeck_dialect::Sql;
use proptest::prelude::*;

const NONCE: &[u8; 20] = b"abcdefghijklmnopqrst";

/// A greeting that offers to log in by `plugin`.
fn greeting(plugin: &str) -> Vec<u8> {
    let capabilities: u32 = 0x0000_0001 | 0x0000_0200 | 0x0000_8000 | 0x0001_0000 | 0x0002_0000 | 0x0008_0000;
    let mut packet = b"\x0a8.4.0\0\x07\0\0\0".to_vec();
    packet.extend(&NONCE[..8]);
    packet.push(0);
    packet.extend(&capabilities.to_le_bytes()[..2]);
    packet.extend([45, 2, 0]);
    packet.extend(&capabilities.to_le_bytes()[2..]);
    packet.push(21);
    packet.extend([0; 10]);
    packet.extend(&NONCE[8..]);
    packet.push(0);
    packet.extend(plugin.as_bytes());
    packet.push(0);
    packet
}

const OK: &[u8] = &[0, 0, 0, 2, 0, 0, 0];

fn framed(number: u8, packet: &[u8]) -> Vec<u8> {
    let mut bytes = u32::try_from(packet.len()).unwrap().to_le_bytes()[..3].to_vec();
    bytes.push(number);
    bytes.extend(packet);
    bytes
}

/// Answers each message with the next of `answers`, hangs up after the last, and returns what it was told.
fn server(answers: Vec<Vec<u8>>) -> (u16, std::thread::JoinHandle<Vec<Vec<u8>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let handle = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut told = Vec::new();
        let last = answers.len().saturating_sub(1);
        for (index, answer) in answers.into_iter().enumerate() {
            if stream.write_all(&answer).is_err() || index == last {
                break;
            }
            let mut head = [0; 4];
            if stream.read_exact(&mut head).is_err() {
                break;
            }
            let mut body = vec![0; u32::from_le_bytes([head[0], head[1], head[2], 0]) as usize];
            if stream.read_exact(&mut body).is_err() {
                break;
            }
            told.push(body);
        }
        told
    });
    (port, handle)
}

fn open(port: u16, query: &str) -> Result<MysqlConnection, DatabaseError> {
    MysqlConnection::open(&Url::parse(&format!("mysql://me:secret@127.0.0.1:{port}/?{query}")).unwrap())
}

#[test]
fn caching_sha2_password_is_proved_with_a_hash() {
    // By Python's hashlib: SHA256(p) XOR SHA256(SHA256(SHA256(p)) || nonce).
    let expected = "c76e2898612a4cf042c77fa8c4702c4c64c0c2c557c53c4d75595aaa6abae809";
    let fast = [framed(2, &[1, 3]), framed(3, OK)].concat();
    let (port, handle) = server(vec![framed(0, &greeting("caching_sha2_password")), fast, framed(1, OK), vec![]]);
    let connection = open(port, "");
    drop(connection.unwrap_or_else(|error| panic!("{error}")));
    let told = handle.join().unwrap();
    let after_user = told[0].windows(4).position(|bytes| bytes == b"\x20me\0" || bytes[..3] == *b"me\0").unwrap() + 3;
    let proof: String = told[0][after_user + 1..][..32].iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(proof, expected);
}

#[test]
fn a_password_is_never_sent_where_somebody_may_listen() {
    for answers in [
        vec![framed(0, &greeting("caching_sha2_password")), framed(2, &[1, 4]), vec![]],
        vec![framed(0, &greeting("mysql_native_password")), framed(2, b"\xfemysql_clear_password\0"), vec![]],
        vec![framed(0, &greeting("mysql_native_password")), framed(2, b"\xfe"), vec![]],
        vec![framed(0, &greeting("mysql_native_password")), framed(2, b"\xfedialog\0"), vec![]],
    ] {
        let (port, handle) = server(answers);
        let error = open(port, "").err().expect("it is refused");
        assert!(error.help.is_some(), "{error}");
        let told = handle.join().unwrap();
        assert!(told.iter().all(|packet| !packet.windows(6).any(|bytes| bytes == b"secret")), "{error}");
    }
    // Nor is anything said to a server that does without encryption where it is asked for.
    let (port, handle) = server(vec![framed(0, &greeting("mysql_native_password")), vec![]]);
    assert!(open(port, "ssl_mode=REQUIRED").is_err());
    assert!(handle.join().unwrap().is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nonsense_is_an_error(first in proptest::collection::vec(any::<u8>(), 0..90), version in any::<bool>()) {
        let first = if version { [&[10u8][..], &first].concat() } else { first };
        let (port, _handle) = server(vec![framed(0, &first)]);
        prop_assert!(open(port, "connect_timeout=5").is_err());
    }

    #[test]
    fn nonsense_after_the_greeting_is_an_error(
        login in proptest::collection::vec(any::<u8>(), 1..40),
        answers in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..30), 0..6),
    ) {
        let packets = |first: u8| {
            let numbered = answers.iter().zip(first..).map(|(packet, number)| framed(number, packet));
            numbered.collect::<Vec<_>>().concat()
        };
        let (port, _handle) = server(vec![framed(0, &greeting("mysql_native_password")), framed(2, &login)]);
        prop_assert!(open(port, "connect_timeout=5").is_err());
        let begun = vec![framed(0, &greeting("mysql_native_password")), framed(2, OK), framed(1, OK), packets(1)];
        let (port, _handle) = server(begun);
        if let Ok(mut connection) = open(port, "connect_timeout=5") {
            let _ = connection.execute(&Sql::new("SELECT 1"));
        }
    }
}
