using System.Text; using System.Text.Json; using Microsoft.Data.Sqlite; using Npgsql; using NpgsqlTypes; using SQLitePCL;
public static class Ddl {
    public static string Sql(string ev) => "create table conv(id integer primary key, key text not null unique, version int not null, state blob not null);create table dedupe(key text primary key) without rowid;"
      + (ev == "clustered" ? "create table ev(conv text not null, seq int not null, at int not null, kind text not null, data blob not null, primary key(conv,seq)) without rowid;" : "create table ev(id integer primary key, conv text not null, seq int not null, at int not null, kind text not null, data blob not null);")
      + (ev == "index" ? "create index ev_conv on ev(conv,seq);" : "")
      + "create table outbox(id integer primary key, conv text not null, url text not null, body blob not null, delivered int not null default 0);create index outbox_due on outbox(id) where delivered=0;";
    public const string Dedupe = "insert or ignore into dedupe(key) values(?1)", Sel = "select version,state from conv where key=?1",
      Ev = "insert into ev(conv,seq,at,kind,data) values(?1,?2,?3,?4,?5)", Up = "insert into conv(key,version,state) values(?1,?2,?3) on conflict(key) do update set version=excluded.version,state=excluded.state",
      Out = "insert into outbox(id,conv,url,body) values(?1,?2,?3,?4)", Mark = "update outbox set delivered=1 where id=?1";
    public static void Del(string p) { foreach (var s in new[] { "", "-wal", "-shm" }) File.Delete(p + s); }
}
public sealed class RawSqlite : IStore { readonly bool _dk = Environment.GetEnvironmentVariable("DK") == "id";
    readonly sqlite3 _db; readonly sqlite3_stmt _begin, _commit, _ded, _sel, _ev, _up, _out, _mark; long _outId; readonly byte[] _kb = new byte[2048]; readonly byte[] _cb = new byte[1024]; long _stateBytes;
    public RawSqlite(string path, string sync, string ev, int ckpt) {
        Batteries_V2.Init(); Ddl.Del(path); Ck(raw.sqlite3_open_v2(path, out _db, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null));
        Ex("pragma journal_mode=wal"); Ex("pragma synchronous=" + sync); Ex("pragma cache_size=-32000"); Ex("pragma locking_mode=exclusive".Replace("exclusive", Environment.GetEnvironmentVariable("LOCK") ?? "normal")); Ex("pragma wal_autocheckpoint=" + ckpt); Ex(Ddl.Sql(ev));
        if (Environment.GetEnvironmentVariable("CKTHREAD") is { } ms) new Thread(() => { Ck(raw.sqlite3_open_v2(path, out var d2, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null)); raw.sqlite3_exec(d2, "pragma synchronous=" + sync); while (true) { Thread.Sleep(int.Parse(ms)); raw.sqlite3_exec(d2, "pragma wal_checkpoint(passive)"); } }) { IsBackground = true, Name = "ckpt" }.Start();
        _begin = P("begin immediate"); _commit = P("commit"); _ded = P(Ddl.Dedupe); _sel = P(Ddl.Sel); _ev = P(Ddl.Ev); _up = P(Ddl.Up); _out = P(Ddl.Out); _mark = P(Ddl.Mark);
    }
    void Ck(int rc) { if (rc != 0 && rc != 100 && rc != 101) throw new Exception(rc + " " + raw.sqlite3_errmsg(_db).utf8_to_string()); }
    void Ex(string s) => Ck(raw.sqlite3_exec(_db, s));
    sqlite3_stmt P(string s) { Ck(raw.sqlite3_prepare_v3(_db, s, 1, out var st)); return st; }
    void Go(sqlite3_stmt s) { Ck(raw.sqlite3_step(s)); Ck(raw.sqlite3_reset(s)); }
    ReadOnlySpan<byte> U(string s, byte[] b) => b.AsSpan(0, Encoding.UTF8.GetBytes(s, b));
    public string Info() => $"stateBytes {_stateBytes}";
    public void Run(List<Turn> turns, List<long> marks) {
        Go(_begin);
        foreach (var t in turns) {
            var a = t.A; var key = U(a.Conversation!.Id!, _cb); int n = key.Length; key.CopyTo(_kb); _kb[n] = (byte)'|'; int m = Encoding.UTF8.GetBytes(a.Id!, _kb.AsSpan(n + 1));
            if (_dk) { m = Encoding.UTF8.GetBytes(a.Id!, _kb); _kb[m] = (byte)'|'; key.CopyTo(_kb.AsSpan(m + 1)); }
            raw.sqlite3_bind_text(_ded, 1, _kb.AsSpan(0, n + 1 + m)); Go(_ded); if (raw.sqlite3_changes(_db) == 0) { t.Dup = true; continue; }
            raw.sqlite3_bind_text(_sel, 1, key); int rc = raw.sqlite3_step(_sel); State? s = null; long ver = 0; if (rc == 100) { ver = raw.sqlite3_column_int64(_sel, 0); s = Engine.Read(raw.sqlite3_column_blob(_sel, 1)); } else Ck(rc); Ck(raw.sqlite3_reset(_sel));
            var (ns, evs, text) = Engine.Step(s, a); Engine.MakeReply(t, text); long now = Environment.TickCount64;
            foreach (var e in evs) { raw.sqlite3_bind_text(_ev, 1, key); raw.sqlite3_bind_int64(_ev, 2, ++ns.Seq); raw.sqlite3_bind_int64(_ev, 3, now); raw.sqlite3_bind_text(_ev, 4, U(e.Kind, _kb)); raw.sqlite3_bind_blob(_ev, 5, Engine.Json(e, J.Default.Ev)); Go(_ev); }
            var js = Engine.Json(ns, J.Default.State); _stateBytes = js.Length;
            raw.sqlite3_bind_text(_up, 1, key); raw.sqlite3_bind_int64(_up, 2, ver + 1); raw.sqlite3_bind_blob(_up, 3, js); Go(_up);
            t.Out = ++_outId; raw.sqlite3_bind_int64(_out, 1, t.Out); raw.sqlite3_bind_text(_out, 2, key); raw.sqlite3_bind_text(_out, 3, U(t.Url, _kb)); raw.sqlite3_bind_blob(_out, 4, t.Reply); Go(_out);
        }
        foreach (var id in marks) { raw.sqlite3_bind_int64(_mark, 1, id); Go(_mark); }
        Go(_commit);
    }
}
public sealed class Pg : IStore {
    readonly NpgsqlConnection _c; long _outId; readonly NpgsqlBatch _b1, _b2;
    static NpgsqlParameter A<T>(NpgsqlDbType t) => new NpgsqlParameter<T[]> { NpgsqlDbType = NpgsqlDbType.Array | t };
    public Pg(string cs, string ev) {
        _c = new NpgsqlConnection(cs); _c.Open();
        using (var c = new NpgsqlCommand("drop table if exists conv,dedupe,ev,outbox;create table conv(key text primary key, version bigint not null, state text not null) with (fillfactor=70);create table dedupe(key text primary key);create table ev(id bigint generated always as identity, conv text not null, seq bigint not null, at bigint not null, kind text not null, data text not null);"
          + (ev == "index" ? "create unique index ev_conv on ev(conv,seq);" : "") + "create table outbox(id bigint primary key, conv text not null, url text not null, body text not null, delivered boolean not null default false) with (fillfactor=80);alter table conv alter column state set storage external;", _c)) c.ExecuteNonQuery();
        _b1 = new NpgsqlBatch(_c); void B(NpgsqlBatch b, string s, params NpgsqlParameter[] p) { var c = new NpgsqlBatchCommand(s); c.Parameters.AddRange(p); b.BatchCommands.Add(c); }
        B(_b1, "begin"); B(_b1, "insert into dedupe(key) select unnest($1) on conflict do nothing returning key", A<string>(NpgsqlDbType.Text)); B(_b1, "select key,version,state from conv where key=any($1) order by key for update", A<string>(NpgsqlDbType.Text));
        _b2 = new NpgsqlBatch(_c);
        B(_b2, "insert into ev(conv,seq,at,kind,data) select * from unnest($1,$2,$3,$4,$5)", A<string>(NpgsqlDbType.Text), A<long>(NpgsqlDbType.Bigint), A<long>(NpgsqlDbType.Bigint), A<string>(NpgsqlDbType.Text), A<string>(NpgsqlDbType.Text));
        B(_b2, "insert into conv(key,version,state) select * from unnest($1,$2,$3) on conflict(key) do update set version=excluded.version,state=excluded.state where conv.version=excluded.version-1", A<string>(NpgsqlDbType.Text), A<long>(NpgsqlDbType.Bigint), A<string>(NpgsqlDbType.Text));
        B(_b2, "insert into outbox(id,conv,url,body) select * from unnest($1,$2,$3,$4)", A<long>(NpgsqlDbType.Bigint), A<string>(NpgsqlDbType.Text), A<string>(NpgsqlDbType.Text), A<string>(NpgsqlDbType.Text));
        B(_b2, "update outbox set delivered=true where id=any($1)", A<long>(NpgsqlDbType.Bigint)); B(_b2, "commit");
    }
    public string Info() => "pg";
    static void Set<T>(NpgsqlBatch b, int c, int p, T[] v) => ((NpgsqlParameter<T[]>)b.BatchCommands[c].Parameters[p]).TypedValue = v;
    public void Run(List<Turn> turns, List<long> marks) {
        if (turns.Count == 0) { using var c = new NpgsqlCommand("update outbox set delivered=true where id=any($1)", _c); c.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = marks.ToArray() }); c.ExecuteNonQuery(); return; }
        int n = turns.Count; var ded = new string[n]; var keys = new string[n]; for (int i = 0; i < n; i++) { keys[i] = turns[i].A.Conversation!.Id!; ded[i] = keys[i] + "|" + turns[i].A.Id; }
        Set(_b1, 1, 0, ded); Set(_b1, 2, 0, keys); var fresh = new HashSet<string>(n); var st = new Dictionary<string, (long v, State s)>(n);
        using (var r = _b1.ExecuteReader()) { while (r.Read()) fresh.Add(r.GetString(0)); r.NextResult(); while (r.Read()) st[r.GetString(0)] = (r.GetInt64(1), Engine.Read(r.GetFieldValue<byte[]>(2))!); }
        var ec = new List<string>(n * 3); var es = new List<long>(n * 3); var ek = new List<string>(n * 3); var ed = new List<string>(n * 3); long now = Environment.TickCount64; var oid = new List<long>(n); var oc = new List<string>(n); var ou = new List<string>(n); var ob = new List<string>(n); var touched = new Dictionary<string, (long v, State s)>(n);
        for (int i = 0; i < n; i++) {
            var t = turns[i]; if (!fresh.Remove(ded[i])) { t.Dup = true; continue; }
            var key = keys[i]; bool had = st.TryGetValue(key, out var cur); var (ns, evs, text) = Engine.Step(had ? cur.s : null, t.A); Engine.MakeReply(t, text);
            foreach (var e in evs) { ec.Add(key); es.Add(++ns.Seq); ek.Add(e.Kind); ed.Add(Encoding.UTF8.GetString(Engine.Json(e, J.Default.Ev))); }
            if (!touched.ContainsKey(key)) touched[key] = (cur.v + 1, ns); st[key] = (cur.v, ns); t.Out = ++_outId; oid.Add(t.Out); oc.Add(key); ou.Add(t.Url); ob.Add(Encoding.UTF8.GetString(t.Reply));
        }
        var at = new long[ec.Count]; Array.Fill(at, now); Set(_b2, 0, 0, ec.ToArray()); Set(_b2, 0, 1, es.ToArray()); Set(_b2, 0, 2, at); Set(_b2, 0, 3, ek.ToArray()); Set(_b2, 0, 4, ed.ToArray());
        var order = touched.Keys.ToArray(); Array.Sort(order, string.CompareOrdinal); Set(_b2, 1, 0, order); Set(_b2, 1, 1, Array.ConvertAll(order, k => touched[k].v)); Set(_b2, 1, 2, Array.ConvertAll(order, k => Encoding.UTF8.GetString(Engine.Json(touched[k].s, J.Default.State))));
        Set(_b2, 2, 0, oid.ToArray()); Set(_b2, 2, 1, oc.ToArray()); Set(_b2, 2, 2, ou.ToArray()); Set(_b2, 2, 3, ob.ToArray()); Set(_b2, 3, 0, marks.ToArray());
        _b2.ExecuteNonQuery(); if (_b2.BatchCommands[1].RecordsAffected != order.Length) throw new Exception("version conflict");
    }
}
