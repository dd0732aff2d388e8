using Npgsql;
using Spark.Runtime.Stores;
using Spark.Runtime.Turns;
using Spark.Storage.Postgres.Grouping;

namespace Spark.Storage.Postgres.Conversations;

/// <summary>Loads conversations: what waits is read in one round trip.</summary>
internal sealed class TurnLoader : IAsyncDisposable
{
    // The states first: a turn that is committed between the two is then either found by its key or found out by its sequence.
    private static readonly string[] Statements =
    [
        """
        SELECT l.load::integer, r.revision, c.sequence, c.state, t.wake_at
        FROM unnest($1::bytea[]) WITH ORDINALITY AS l (conversation, load) CROSS JOIN revision r
        LEFT JOIN conversations c ON c.conversation = l.conversation LEFT JOIN timers t ON t.conversation = l.conversation
        """,
        """
        SELECT k.load, min(s.sequence) FROM unnest($1::integer[], $2::bytea[], $3::bytea[]) AS k (load, conversation, key)
        JOIN seen s ON s.conversation = k.conversation AND s.key = k.key GROUP BY k.load
        """,
    ];

    private readonly WorkLine<LoadWork> line;
    private readonly WorkerSessions sessions;
    private readonly int capacity;
    private readonly int largest;

    public TurnLoader(NpgsqlDataSource source, PostgresOptions options, Func<CancellationToken, ValueTask> prepare)
    {
        capacity = options.Capacity;
        largest = options.LargestBatch;
        sessions = new(source, prepare);
        line = new(options.Loaders, options.Capacity, Take, LoadAsync);
    }

    /// <summary>Loads a conversation.</summary>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    public Task<LoadedRow> LoadAsync(ConversationKey conversation, IReadOnlyList<SeenKey> keys)
    {
        var work = new LoadWork(conversation, keys);
        return line.TryAdd(work) ? work.Task : Task.FromException<LoadedRow>(StoreUnavailableException.QueueIsFull(capacity));
    }

    public async ValueTask DisposeAsync()
    {
        await line.DisposeAsync();
        await sessions.DisposeAsync();
    }

    private List<LoadWork> Take(Queue<LoadWork> waiting)
    {
        var group = new List<LoadWork>(Math.Min(waiting.Count, largest));
        while (group.Count < largest && waiting.TryDequeue(out var next))
        {
            group.Add(next);
        }

        return group;
    }

    private async Task LoadAsync(List<LoadWork> works)
    {
        // A connection that broke while it was idle is found out by its first use. A load can simply be sent again.
        var fault = await TryAsync(works);
        if (fault is { IsInDoubt: true })
        {
            fault = await TryAsync(works);
        }

        if (fault is not null)
        {
            works.ForEach(work => work.Fail(PostgresFaults.Translate(fault.Exception)));
        }
    }

    private Task<WorkFault?> TryAsync(List<LoadWork> works) => sessions.TryAsync(session => LoadAsync(session, works));

    private static async Task LoadAsync(WorkerSession session, List<LoadWork> works)
    {
        var batch = session.Batch(0, _ => Statements);
        batch.Statements[0].Begin().Put([.. works.Select(work => work.Conversation)]);
        var keys = works.SelectMany((work, load) => work.Keys.Select(key => (Load: load + 1, work.Conversation, Key: key))).ToList();
        batch.Statements[1].Begin()
            .Put([.. keys.Select(one => one.Load)])
            .Put([.. keys.Select(one => one.Conversation)])
            .Put([.. keys.Select(one => one.Key)]);
        var rows = new LoadedRow[works.Count];
        await using (var reader = await batch.ExecuteAsync(CancellationToken.None))
        {
            while (await reader.ReadAsync())
            {
                rows[reader.GetInt32(0) - 1] = ReadRow(reader);
            }

            await reader.NextResultAsync();
            while (await reader.ReadAsync())
            {
                var load = reader.GetInt32(0) - 1;
                rows[load] = rows[load] with { DuplicateOf = reader.GetInt64(1) };
            }
        }

        for (var i = 0; i < rows.Length; i++)
        {
            works[i].Complete(rows[i]);
        }
    }

    private static LoadedRow ReadRow(NpgsqlDataReader row) => row.IsDBNull(2)
        ? new(null, 0, null, row.GetInt64(1), row.IsDBNull(4) ? null : row.GetInt64(4))
        : new(row.GetFieldValue<byte[]>(3), row.GetInt64(2), null, row.GetInt64(1), row.IsDBNull(4) ? null : row.GetInt64(4));
}
