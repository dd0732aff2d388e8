using System.Globalization;
using Npgsql;
using Spark.Runtime.Turns;

namespace Spark.Benchmarks.Cockpit;

/// <summary>Copies the one conversation of a PostgreSQL database, and spreads the copies over ninety days and over outcomes.</summary>
internal static class PostgresFill
{
    private const int AtOnce = 2_000;

    private const string Tables =
        """
        SELECT table_name, array_agg(column_name::text) FROM information_schema.columns
        WHERE table_schema = 'public' AND is_generated = 'NEVER' AND table_name IN ('conversations', 'episodes', 'events', 'outbox', 'search_words')
        GROUP BY table_name
        """;

    private const string Spread =
        """
        UPDATE episodes SET began_at = began_at - (chance * 7919::bigint % 7776000) * 1000,
            outcome = CASE chance % 5 WHEN 0 THEN NULL WHEN 1 THEN 'Escalated' WHEN 2 THEN 'Abandoned' ELSE 'Resolved' END,
            ended_at = CASE chance % 5 WHEN 0 THEN NULL ELSE began_at END,
            ticket = CASE chance % 5 WHEN 1 THEN 'INC' || chance END
        FROM (SELECT conversation AS key, get_byte(conversation, 0) * 65536 + get_byte(conversation, 1) * 256 + get_byte(conversation, 2) AS chance FROM conversations) c
        WHERE c.key = conversation
        """;

    public static async Task RunAsync(string database, int count)
    {
        await using var source = NpgsqlDataSource.Create(database);
        var tables = new List<(string Name, string[] Columns)>();
        await using (var command = source.CreateCommand(Tables))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add((reader.GetString(0), await reader.GetFieldValueAsync<string[]>(1)));
            }
        }

        await using var find = source.CreateCommand("SELECT instance FROM conversations");
        var instance = (string)(await find.ExecuteScalarAsync())!;
        await using var template = source.CreateCommand("SELECT conversation FROM conversations");
        var key = (byte[])(await template.ExecuteScalarAsync())!;
        foreach (var chunk in Enumerable.Range(0, count - 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"person-{i}")).Chunk(AtOnce))
        {
            foreach (var (name, columns) in tables)
            {
                var copied = columns.Select(column => column switch { "conversation" => "k.key", "external_id" or "word" => "k.name", _ => $"t.{column}" });
                await using var copy = source.CreateCommand(
                    $"INSERT INTO {name} ({string.Join(", ", columns)}) SELECT {string.Join(", ", copied)} FROM {name} t, unnest($1::bytea[], $2::text[]) AS k (key, name) WHERE t.conversation = $3 ON CONFLICT DO NOTHING");
                copy.Parameters.Add(new() { Value = chunk.Select(person => ConversationKey.Of(instance, person).ToBytes()).ToArray() });
                copy.Parameters.Add(new() { Value = chunk });
                copy.Parameters.Add(new() { Value = key });
                await copy.ExecuteNonQueryAsync();
            }
        }

        await using var spread = source.CreateCommand(Spread);
        await spread.ExecuteNonQueryAsync();
        await using var vacuum = source.CreateCommand("VACUUM ANALYZE");
        await vacuum.ExecuteNonQueryAsync();
    }
}
