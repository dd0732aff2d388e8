using Spark.Engine.Conversations;
using Spark.Messages;
using Spark.Runtime.Outbox;
using Spark.Runtime.Turns;
using Spark.Storage.Sqlite;

namespace Spark.Storage.Tests.Support;

/// <summary>Writes a database as the first schema had it.</summary>
public static class SchemaOne
{
    public static void Write(string path)
    {
        using var connection = SqliteConnections.Open(path);
        SqliteConnections.Run(connection, "CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, run_at INTEGER NOT NULL)");
        SqliteConnections.Run(connection, ReadSql());
        SqliteConnections.Run(connection, "INSERT INTO schema_version VALUES (1, '0001_conversations.sql', 0)");
        using var statements = new StatementSet(connection);

        // Two conversations whose turns alternate in time.
        for (var turn = 1; turn <= 3; turn++)
        {
            foreach (var name in new[] { "a", "b" })
            {
                WriteTurn(statements, name, turn, at: (turn * 10) + name[0]);
            }
        }

        WriteConversation(statements, "a", 3);
        WriteConversation(statements, "b", 3);
        statements.Add("INSERT INTO settings VALUES ('kept', x'01')").Run();
    }

    private static string ReadSql()
    {
        var assembly = typeof(SqliteDatabase).Assembly;
        var name = assembly.GetManifestResourceNames().Single(one => one.EndsWith("0001_conversations.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static void WriteConversation(StatementSet statements, string name, long sequence)
    {
        var key = ConversationKey.Of("web", name).ToBytes();
        var state = ConversationJson.Write(new ConversationState { Sequence = sequence });
        statements.Add("INSERT INTO conversations VALUES (?1, 'web', ?2, ?3, 0, 1, NULL, 10, 99, 1, ?4)").Bind(key).Bind(name).Bind(sequence).Bind(state).Run();
        statements.Add("INSERT INTO episodes VALUES (?1, 1, 'helper', 'v1', 10, NULL, NULL, NULL)").Bind(key).Run();
    }

    private static void WriteTurn(StatementSet statements, string name, long sequence, long at)
    {
        var key = ConversationKey.Of("web", name).ToBytes();
        var happened = ConversationJson.Write(new ActionEnded
        {
            At = DateTimeOffset.FromUnixTimeMilliseconds(at), Seed = 1, Effect = new(sequence, 0), Result = "ok", Output = default, Reason = name,
        });
        statements.Add("INSERT INTO events VALUES (?1, ?2, ?2, ?3, 1, ?4, NULL)").Bind(key).Bind(sequence).Bind(at).Bind(happened).Run();
        statements.Add("INSERT INTO seen VALUES (?1, 'web', ?2, ?3, ?4)").Bind(key).Bind($"{name}{sequence}").Bind(sequence).Bind(at).Run();
        for (var position = 0; position < 2; position++)
        {
            // The last turn's effects have not ended; those of the second one were the answer to it.
            var status = sequence switch { 3 => OutboxStatus.Claimed, 2 => OutboxStatus.Answered, _ => OutboxStatus.Delivered };
            Effect effect = position == 0
                ? new SendMessage { Parts = [new TextPart($"{name}{sequence} \"é\"")], Language = "en" }
                : new InvokeAction { Action = "act", Input = default, Language = "en" };
            statements.Add("INSERT INTO outbox VALUES (?1, ?2, ?3, ?4, ?5, 1, ?2, 1, 0, ?6, NULL, ?7, NULL, 1, ?8)")
                .Bind(key).Bind(sequence).Bind(position).Bind((int)status).Bind(position).Bind(at).Bind(sequence == 2 ? 2L : default(long?))
                .Bind(ConversationJson.Write(effect)).Run();
        }
    }
}
