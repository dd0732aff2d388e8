using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Npgsql;
using Spark.Runtime.Operations;
using Spark.Storage.Postgres;
using Spark.Storage.Postgres.Conversations;
using Spark.Storage.Postgres.Operations;
using Spark.Storage.Postgres.Outbox;
using Spark.Storage.Postgres.Privacy;
using Spark.Storage.Tests.Postgres.Support;

namespace Spark.Storage.Tests.Postgres;

/// <summary>The database is asked how it would run our statements, in a session as all of ours are, on tables as young as they can be.</summary>
public sealed partial class PlanTests(PostgresServer server)
{
    private const string HotTables = "conversations|events|seen|outbox|timers|episodes|search_words|escalations";

    /// <summary>The wide statements themselves; those of a group of turns, which a test of their own looks at; and the check of the whole database.</summary>
    private static readonly Type[] Elsewhere = [typeof(WideStatements), typeof(CommitStatements), typeof(PostgresCare), typeof(Invariants)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statements_that_span_conversations_take_their_index()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server);
        foreach (var statement in WideStatements.All)
        {
            var plan = await PlanAsync(stores.ConnectionString, statement.Sql);

            plan.ShouldContain(statement.Index, Case.Sensitive, statement.Sql);
            if (statement.Index.Length > 0)
            {
                SeqScan().IsMatch(plan).ShouldBeFalse($"{statement.Sql}\n{plan}");
            }
        }
    }

    [Fact]
    public async Task Writing_turns_reads_no_table_through()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server);
        var everything = CommitShape.Turns | CommitShape.Effects | CommitShape.Timers | CommitShape.Results | CommitShape.Cancels | CommitShape.Episodes | CommitShape.Ends | CommitShape.Words;
        foreach (var sql in CommitStatements.Of(everything).Concat(CommitStatements.Of(everything | CommitShape.Traces)).Concat(
            [OutboxStatements.FindAhead, OutboxStatements.ReadOne, OutboxStatements.IsAhead, OutboxStatements.ReadLane, OutboxStatements.MarkLost, OutboxStatements.Claim, OutboxStatements.Answered]))
        {
            var plan = await PlanAsync(stores.ConnectionString, sql);

            SeqScan().IsMatch(plan).ShouldBeFalse($"{sql}\n{plan}");
            WholeIndex().IsMatch(plan).ShouldBeFalse($"{sql}\n{plan}");
        }
    }

    [Fact]
    public async Task All_other_statements_name_the_conversation_and_search()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server);
        var wide = WideStatements.All.Select(one => one.Sql).ToHashSet(StringComparer.Ordinal);
        var ours = typeof(PostgresDatabase).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Spark.Storage.Postgres", StringComparison.Ordinal) == true && !Elsewhere.Contains(Outermost(type)));
        var others = StatementTexts.Of(ours).Where(sql => !wide.Contains(sql) && OfConversations().IsMatch(sql)).ToList();

        others.Count.ShouldBeGreaterThan(20, "else this looks nowhere");
        foreach (var sql in others)
        {
            NamesConversation().IsMatch(sql).ShouldBeTrue(sql);
            var plan = await PlanAsync(stores.ConnectionString, sql);
            SeqScan().IsMatch(plan).ShouldBeFalse($"{sql}\n{plan}");
            WholeIndex().IsMatch(plan).ShouldBeFalse($"{sql}\n{plan}");
        }
    }

    [Fact]
    public void Each_wide_statement_is_on_the_list() => typeof(WideStatements).GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<WideStatement>().ShouldBe(WideStatements.All, ignoreOrder: true);

    [Theory]
    [InlineData("SELECT count(*) FROM episodes WHERE ended_at IS NULL", false)]
    [InlineData("UPDATE outbox o SET status = 12 FROM conversations c WHERE c.conversation = o.conversation AND status < 10", false)]
    [InlineData("SELECT 1 FROM events e WHERE e.conversation = $1", true)]
    [InlineData("SELECT 1 FROM unnest($1::bytea[]) AS a (conversation) JOIN seen s ON s.conversation = a.conversation", true)]
    public void The_test_would_notice(string sql, bool names)
    {
        OfConversations().IsMatch(sql).ShouldBeTrue();
        NamesConversation().IsMatch(sql).ShouldBe(names);
    }

    [Fact]
    public async Task Links_are_found_by_the_hash_of_their_conversation()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server);

        (await PlanAsync(stores.ConnectionString, PostgresPersonIndex.Links)).ShouldContain("links_of_conversation");
    }

    [Fact]
    public async Task A_turn_touches_no_index_of_the_conversations()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server);

        var indexed = await stores.RowsAsync(
            "SELECT DISTINCT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = 'conversations'::regclass ORDER BY 1");

        // What changes with a turn is none of them, but for the coarse time, once in seventeen minutes: the row can be rewritten in its page.
        indexed.ShouldBe(["changed_about", "conversation"]);
        (await stores.RowsAsync(
            "SELECT pg_get_expr(indpred, indrelid) FROM pg_index WHERE indrelid = 'conversations'::regclass AND (indexprs IS NOT NULL OR indpred IS NOT NULL)")).ShouldBe(["(NOT has_words)"]);
    }

    [Fact]
    public async Task An_operator_is_told_which_tool_makes_copies()
    {
        await using var stores = new PostgresStores(await server.CreateDatabaseAsync(Cancelled), server);

        var refused = await Should.ThrowAsync<NotSupportedException>(async () => await stores.Get<IDatabaseCare>().BackUpAsync("copy", Cancelled));

        refused.Message.ShouldContain("pg_dump");
    }

    private static async Task<string> PlanAsync(string connectionString, string sql)
    {
        await using var source = PostgresConnections.Create(connectionString, new PostgresOptions(), "spark-plans");
        await using var connection = await source.OpenConnectionAsync(Cancelled);
        var parameters = Parameter().Matches(sql).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Append(0).Max();
#pragma warning disable CA2100 // Our own statements, to look at.
        await using var prepare = new NpgsqlCommand($"PREPARE looked_at AS {sql}", connection);
        await prepare.ExecuteNonQueryAsync(Cancelled);
        var values = parameters == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat("NULL", parameters))})";
        await using var explain = new NpgsqlCommand($"EXPLAIN EXECUTE looked_at{values}", connection);
#pragma warning restore CA2100
        await using var reader = await explain.ExecuteReaderAsync(Cancelled);
        var lines = new List<string>();
        while (await reader.ReadAsync(Cancelled))
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    // What is only inserted is looked for by nobody.
    [GeneratedRegex($@"\b(FROM|JOIN|UPDATE|USING) (ONLY )?({HotTables})\b")]
    private static partial Regex OfConversations();

    // One conversation, some of them, or such as come by their keys.
    [GeneratedRegex(@"\bconversation = (ANY \()?\$\d|unnest\([^()]*\) (WITH ORDINALITY )?AS \w+ \([^()]*\bconversation\b")]
    private static partial Regex NamesConversation();

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Parameter();

    [GeneratedRegex($"Seq Scan on ({HotTables})")]
    private static partial Regex SeqScan();

    // An index that is read without a condition is a table that is read through.
    [GeneratedRegex($@"Index (Only )?Scan using \w+ on ({HotTables})( \w+)?  \(cost[^\n]*\n(?!\s+Index Cond)")]
    private static partial Regex WholeIndex();
}
