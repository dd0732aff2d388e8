namespace Spark.Storage.Postgres.Outbox;

/// <summary>The statements of the outbox that name a conversation. <c>status &lt; 10</c> stands in them literally, as the index of the open rows has it.</summary>
internal static class OutboxStatements
{
    // A lane is what leaves one after the other: no actions, and nothing that waits for a request to answer.
    public const string Lane = "o.status < 10 AND o.status <> 2 AND o.lane";

    /// <summary>
    /// Nodes whose lease has run out, but for one, and that have no turn on its way: node. Each write of a turn holds its node's lock until
    /// it has landed, and looks at the lease behind the lock: once the lock was had here, no write of that node can land any more.
    /// </summary>
    public const string Dead = "SELECT id FROM nodes WHERE lease_until <= clock_timestamp() AND id <> $1 AND pg_try_advisory_xact_lock(id)";

    /// <summary>Finds what the dead have before an effect: node, conversation, sequence, position, whether it goes to a desk, limit.</summary>
    public const string FindAhead =
        $"""
        SELECT o.conversation, o.sequence, o.position FROM outbox o
        WHERE o.conversation = $2 AND {Lane} AND o.node <> $1 AND (o.sequence, o.position) < ($3, $4) AND o.desk = $5
            AND NOT EXISTS (SELECT FROM nodes n WHERE n.id = o.node AND n.lease_until > clock_timestamp())
        ORDER BY o.sequence, o.position LIMIT $6
        """;

    /// <summary>Tells whether others have something before an effect: node, conversation, sequence, position, whether it goes to a desk.</summary>
    public const string IsAhead =
        $"SELECT EXISTS (SELECT FROM outbox o WHERE o.conversation = $2 AND {Lane} AND o.node <> $1 AND (o.sequence, o.position) < ($3, $4) AND o.desk = $5)";

    /// <summary>Reads on in a lane: node, conversation, sequence, position, limit, whether it goes to a desk.</summary>
    public const string ReadLane =
        $"""
        SELECT {EntryReader.Columns} FROM outbox o {EntryReader.Joins}
        WHERE o.conversation = $2 AND {Lane} AND o.node = $1 AND (o.sequence, o.position) > ($3, $4) AND o.desk = $6
        ORDER BY o.sequence, o.position LIMIT $5
        """;

    /// <summary>Counts an attempt: node, conversation, sequence, position, attempts, status.</summary>
    public const string Begin =
        """
        UPDATE outbox SET status = $6, attempts = $5, due_at = NULL
        WHERE conversation = $2 AND sequence = $3 AND position = $4 AND node = $1 AND status < 10
        """;

    /// <summary>Puts an effect back: node, conversation, sequence, position, status, due, attempts, may have arrived, late, reason.</summary>
    public const string PutBack =
        """
        UPDATE outbox SET status = $5, due_at = $6, attempts = $7, may_have_arrived = $8, late = $9, reason = $10
        WHERE conversation = $2 AND sequence = $3 AND position = $4 AND node = $1 AND status < 10
        """;

    /// <summary>Marks a conversation as lost, and cancels its messages: conversation, epoch.</summary>
    public const string MarkLost =
        """
        WITH marked AS (UPDATE conversations SET lost_epoch = $2 WHERE conversation = $1)
        UPDATE outbox SET status = 14, due_at = NULL, reason = 'The conversation is not the bot''s any more.'
        WHERE conversation = $1 AND status < 10 AND NOT awaited AND epoch <= $2 AND NOT (status IN (1, 3) AND attempts > 0)
        """;

    /// <summary>Reads an open effect of a node's: node, conversation, sequence, position.</summary>
    public const string ReadOne =
        $"""
        SELECT {EntryReader.Columns} FROM outbox o {EntryReader.Joins}
        WHERE o.conversation = $2 AND o.sequence = $3 AND o.position = $4 AND o.node = $1 AND o.status < 10
        """;

    /// <summary>Opens a failed or unknown effect again: node, conversation, sequence, position. Its attempts go on counting: its next result is named by them.</summary>
    public const string Retry =
        $"""
        WITH taken AS (
            UPDATE outbox SET status = 0, node = $1, late = true, due_at = NULL, may_have_arrived = may_have_arrived OR status = 12
            WHERE conversation = $2 AND sequence = $3 AND position = $4 AND status IN (11, 12)
            RETURNING *
        )
        SELECT {EntryReader.Columns} FROM taken o {EntryReader.Joins}
        """;

    /// <summary>Ends a failed or unknown effect for good: conversation, sequence, position, reason.</summary>
    public const string Drop =
        "UPDATE outbox SET status = 14, reason = $4 WHERE conversation = $1 AND sequence = $2 AND position = $3 AND status IN (11, 12)";

    // Of what is claimed for an answer, that whose end comes back as an event stays open until the event has ended it. Of two answers at
    // once, one takes a message, and the other waits for it here.

    /// <summary>Claims messages for an answer: conversation, root.</summary>
    public const string Claim =
        """
        UPDATE outbox SET status = CASE WHEN awaited THEN 1 ELSE 13 END, answered_by = $2, attempts = attempts + 1
        WHERE conversation = $1 AND status < 10 AND status = 2 AND cause <= $2
            AND NOT EXISTS (SELECT FROM outbox WHERE conversation = $1 AND answered_by = $2 AND answered_by IS NOT NULL)
        """;

    /// <summary>Reads the messages of an answer: conversation, root.</summary>
    public const string Answered =
        $"""
        SELECT {EntryReader.Columns} FROM outbox o {EntryReader.Joins}
        WHERE o.conversation = $1 AND o.answered_by = $2 AND o.answered_by IS NOT NULL ORDER BY o.sequence, o.position
        """;
}
