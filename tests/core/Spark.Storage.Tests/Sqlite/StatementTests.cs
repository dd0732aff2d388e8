using System.Text.RegularExpressions;
using Spark.Storage.Sqlite;
using Spark.Storage.Tests.Support;

namespace Spark.Storage.Tests.Sqlite;

/// <summary>A turn must cost the same however much is stored: no statement may grow with it, unless it says so.</summary>
public sealed partial class StatementTests
{
    private static readonly string[] WithoutConversations = ["settings", "links", "bot_versions", "bot_models", "publications", "releases", "revision", "nodes", "accounts", "access_tokens", "sessions", "drafts", "instances", "configuration", "configuration_history", "api_clients", "api_tokens", "audit", "files", "people", "person_variables", "views"];

    [Fact]
    public async Task Statements_that_span_conversations_find_their_rows_as_listed()
    {
        await using var store = await TestStore.OpenAsync();
        await using var connection = SqliteConnections.Open(store.File);

        var others = WideStatements.All
            .Select(wide => (wide.Sql, wide.Way, Plan: Plan(connection, wide.Sql)))
            .Where(found => !found.Plan.Contains(found.Way, StringComparison.Ordinal))
            .Select(found => $"{found.Sql}\nwants {found.Way}, and goes\n{found.Plan}\n");
        others.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_other_statements_name_the_conversation_and_search()
    {
        await using var store = await TestStore.OpenAsync();
        await using var connection = SqliteConnections.Open(store.File);
        await using var reader = new ReaderStatements(SqliteConnections.Open(store.File));
        using var writer = new WriterStatements(connection);
        var wide = WideStatements.All.Select(one => one.Sql).ToHashSet(StringComparer.Ordinal);

        foreach (var sql in writer.All.Concat(reader.All).Select(statement => statement.Sql).Where(sql => !wide.Contains(sql)))
        {
            if (IsOfNoConversation(sql))
            {
                continue;
            }

            NamesConversation().IsMatch(sql).ShouldBeTrue(sql);
            Plan(connection, sql).ShouldNotContain("SCAN", customMessage: sql);
        }
    }

    [Theory]
    [InlineData("SELECT 1 FROM outbox WHERE status < 10", false)]
    [InlineData("SELECT 1 FROM events WHERE id = ?1", true)]
    public void The_test_would_notice(string sql, bool names) => NamesConversation().IsMatch(sql).ShouldBe(names);

    [Fact]
    public async Task What_was_delivered_is_in_no_index()
    {
        await using var store = await TestStore.OpenAsync();
        var indexes = store.Scalar("SELECT group_concat(sql, ';') FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'outbox'");
        var onEvents = store.Scalar("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('events', 'seen')");

        indexes.Split(';').ShouldAllBe(sql => sql.Contains("WHERE status < 10") || sql.Contains("WHERE status IN (11, 12)") || sql.Contains("WHERE answered_by IS NOT NULL"));
        onEvents.ShouldBe("0");
    }

    private static bool IsOfNoConversation(string sql) =>
        sql is "PRAGMA data_version" or "BEGIN" or "BEGIN IMMEDIATE" or "COMMIT" or "ROLLBACK"
        || sql.StartsWith("INSERT INTO", StringComparison.Ordinal)
        || WithoutConversations.Any(table => Regex.IsMatch(sql, $"(FROM|UPDATE) {table}\\b", RegexOptions.None, TimeSpan.FromSeconds(10)));

    // One conversation, one row of the log, the rows of one event, or one file.
    [GeneratedRegex(@"WHERE [^;]*\b(conversation|key|id|file) (=|>=) (\?\d|\(SELECT id FROM conversations WHERE key = \?1\))", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex NamesConversation();

    private static string Plan(Microsoft.Data.Sqlite.SqliteConnection connection, string sql)
    {
        using var statements = new StatementSet(connection);
        using var rows = statements.Add("EXPLAIN QUERY PLAN " + sql).Read();
        var lines = new List<string>();
        while (rows.Next())
        {
            lines.Add(rows.Text(3));
        }

        return string.Join('\n', lines);
    }
}
