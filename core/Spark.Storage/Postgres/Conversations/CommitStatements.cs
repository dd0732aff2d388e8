using System.Globalization;
using System.Text;

namespace Spark.Storage.Postgres.Conversations;

/// <summary>
/// The statements that write a group of turns of different conversations, each of them whole or not at all. Which turns may be written is
/// decided within: a refused one leaves no trace, and does not disturb the others.
/// </summary>
/// <remarks>
/// One statement has one snapshot. A turn's update passes only where the row is still at the expected sequence when it is locked; as a
/// sequence only rises, it stood there in the snapshot too, and every key of its conversation's earlier turns is visible in it. So looking
/// for the keys in the snapshot is enough. Turns come sorted by their key, and nested loops keep that order: two groups that have
/// conversations in common lock them in the same order.
/// A write holds its node's lock, which is shared among the node's writes and costs no row, until it has landed, and looks at the lease behind
/// it. Whoever takes over from the node asks for the lock alone: as long as a write is on its way, however long its commit takes, the node's
/// lease is over for nobody, and afterwards none lands any more.
/// </remarks>
internal static class CommitStatements
{
    /// <summary>Ends effects: conversation, sequence, position, status, reason, node.</summary>
    public const string End =
        """
        UPDATE outbox o SET status = e.status, due_at = NULL, reason = e.reason
        FROM unnest($1::bytea[], $2::bigint[], $3::integer[], $4::smallint[], $5::text[], $6::bigint[]) AS e (conversation, sequence, position, status, reason, node)
        WHERE o.conversation = e.conversation AND o.sequence = e.sequence AND o.position = e.position AND o.node = e.node AND o.status < 10
        """;

    private const string Turns =
        """
        WITH turn AS MATERIALIZED (
            SELECT * FROM unnest(
                $3::bytea[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::integer[], $9::smallint[], $10::smallint[],
                $11::text[], $12::text[], $13::bytea[], $14::bytea[], $15::bytea[], $16::bytea[])
            WITH ORDINALITY AS t (
                conversation, expected, sequence, at, cause, epoch, owner, format,
                instance, external_id, state, data, effects, fault, turn)
        ), key AS MATERIALIZED (
            SELECT * FROM unnest($17::integer[], $18::bytea[]) AS k (turn, key)
        ), fence AS MATERIALIZED (
            SELECT pg_advisory_xact_lock_shared($1)
        ), door AS MATERIALIZED (
            SELECT EXISTS (SELECT FROM nodes WHERE id = $1 AND lease_until > clock_timestamp()) AS alive,
                   coalesce((SELECT revision FROM revision) = $2, false) AS current,
                   EXISTS (SELECT FROM nodes WHERE id <> $1) AS shared
            FROM fence
        ), known AS MATERIALIZED (
            SELECT k.turn, min(s.sequence) AS sequence
            FROM key k JOIN turn t ON t.turn = k.turn JOIN seen s ON s.conversation = t.conversation AND s.key = k.key
            GROUP BY k.turn
        ), updated AS (
            UPDATE conversations c
            SET sequence = t.sequence, owner = t.owner, epoch = t.epoch, changed_at = t.at, format = t.format, state = t.state,
                external_id = t.external_id
            FROM turn t CROSS JOIN door
            WHERE door.alive AND door.current AND (t.turn IN (SELECT turn FROM known)) IS NOT TRUE
                AND t.expected > 0 AND c.conversation = t.conversation AND c.sequence = t.expected
            RETURNING c.conversation
        ), inserted AS (
            INSERT INTO conversations (conversation, instance, external_id, sequence, owner, epoch, began_at, changed_at, format, state, has_words)
            SELECT t.conversation, t.instance, t.external_id, t.sequence, t.owner, t.epoch, t.at, t.at, t.format, t.state, true
            FROM turn t CROSS JOIN door
            WHERE door.alive AND door.current AND (t.turn IN (SELECT turn FROM known)) IS NOT TRUE AND t.expected = 0
            ON CONFLICT (conversation) DO NOTHING
            RETURNING conversation
        ), done AS MATERIALIZED (
            SELECT t.turn, t.conversation, t.sequence, t.at, t.cause, t.epoch FROM turn t
            WHERE (t.conversation IN (SELECT conversation FROM updated UNION ALL SELECT conversation FROM inserted)) IS TRUE
        ), logged AS (
            INSERT INTO events (conversation, sequence, cause, at, node, format, data, effects, fault)
            SELECT t.conversation, t.sequence, t.cause, t.at, $1, 1, t.data, t.effects, t.fault
            FROM turn t WHERE (t.turn IN (SELECT turn FROM done)) IS TRUE
        ), saw AS (
            INSERT INTO seen (conversation, key, sequence, at)
            SELECT d.conversation, k.key, d.sequence, d.at FROM key k JOIN done d ON d.turn = k.turn
        )
        """;

    private const string Effects =
        """
        , born AS (
            INSERT INTO outbox (conversation, sequence, position, status, lane, awaited, desk, epoch, cause, attempts, created_at, node)
            SELECT d.conversation, d.sequence, e.position, e.status, e.lane, e.awaited, e.desk, d.epoch, d.cause, e.attempts, d.at, $1
            FROM unnest({0}::integer[], {1}::integer[], {2}::smallint[], {3}::integer[], {4}::boolean[], {5}::boolean[], {6}::boolean[])
                AS e (turn, position, status, attempts, lane, awaited, desk)
            JOIN done d ON d.turn = e.turn
        )
        """;

    private const string TracedEffects =
        """
        , born AS (
            INSERT INTO outbox (conversation, sequence, position, status, lane, awaited, desk, epoch, cause, attempts, created_at, node, trace)
            SELECT d.conversation, d.sequence, e.position, e.status, e.lane, e.awaited, e.desk, d.epoch, d.cause, e.attempts, d.at, $1, e.trace
            FROM unnest({0}::integer[], {1}::integer[], {2}::smallint[], {3}::integer[], {4}::boolean[], {5}::boolean[], {6}::boolean[], {7}::text[])
                AS e (turn, position, status, attempts, lane, awaited, desk, trace)
            JOIN done d ON d.turn = e.turn
        )
        """;

    // A time below 0 ends the row.
    private const string Timers =
        """
        , alarm AS MATERIALIZED (
            SELECT d.conversation, a.wake_at FROM unnest({0}::integer[], {1}::bigint[]) AS a (turn, wake_at) JOIN done d ON d.turn = a.turn
        ), armed AS (
            INSERT INTO timers (conversation, wake_at) SELECT conversation, wake_at FROM alarm WHERE wake_at >= 0
            ON CONFLICT (conversation) DO UPDATE SET wake_at = excluded.wake_at
        ), disarmed AS (
            DELETE FROM timers t USING alarm a WHERE a.wake_at < 0 AND t.conversation = a.conversation
        )
        """;

    // A result that is known already has ended its effect: one that an operator has opened again would else be done with every start.
    private const string Results =
        """
        , ended AS (
            UPDATE outbox o SET status = r.status, due_at = NULL, reason = r.reason
            FROM unnest({0}::integer[], {1}::bigint[], {2}::integer[], {3}::smallint[], {4}::text[]) AS r (turn, sequence, position, status, reason)
            JOIN turn t ON t.turn = r.turn
            WHERE o.conversation = t.conversation AND o.sequence = r.sequence AND o.position = r.position
                AND o.status < 10 AND ((t.turn IN (SELECT turn FROM done)) IS TRUE OR (t.turn IN (SELECT turn FROM known)) IS TRUE)
        )
        """;

    // What may be under way (claimed with an attempt counted, or started) is left to whoever has it in hand, who knows how it ends.
    private const string Cancels =
        """
        , cancelled AS (
            UPDATE outbox o SET status = 14, due_at = NULL, reason = 'The conversation changed hands before it was sent.'
            FROM unnest({0}::integer[]) AS x (turn) JOIN done d ON d.turn = x.turn
            WHERE o.conversation = d.conversation AND o.status < 10 AND NOT o.awaited AND o.epoch < d.epoch
                AND NOT (o.status IN (1, 3) AND o.attempts > 0)
        )
        """;

    private const string Episodes =
        """
        , told AS (
            INSERT INTO episodes (conversation, number, began_at, ended_at, bot, version, outcome, reason, type, category, ticket, ticket_url, instance)
            SELECT d.conversation, p.number, p.began_at, p.ended_at, p.bot, p.version, p.outcome, p.reason, p.type, p.category, p.ticket, p.ticket_url, p.instance
            FROM unnest({0}::integer[], {1}::integer[], {2}::bigint[], {3}::bigint[], {4}::text[], {5}::text[], {6}::text[], {7}::text[],
                {8}::text[], {9}::text[], {10}::text[], {11}::text[], {12}::text[])
                AS p (turn, number, began_at, ended_at, bot, version, outcome, reason, type, category, ticket, ticket_url, instance)
            JOIN done d ON d.turn = p.turn
            ON CONFLICT (conversation, number) DO UPDATE SET
                ended_at = excluded.ended_at, outcome = excluded.outcome, reason = excluded.reason, type = excluded.type,
                category = excluded.category, ticket = excluded.ticket, ticket_url = excluded.ticket_url
        )
        """;

    // In the order of their keys, so that groups with a person in common wait for each other in one order; two turns of one person in a
    // group cannot both be written by one statement, and so the later word of those that are done counts.
    private const string People =
        """
        , remembered AS (
            INSERT INTO person_variables (person, bot, name, value, at, until)
            SELECT DISTINCT ON (v.person, v.bot, v.name) v.person, v.bot, v.name, v.value, v.at, v.until
            FROM unnest({0}::integer[], {1}::text[], {2}::text[], {3}::text[], {4}::bytea[], {5}::bigint[], {6}::bigint[])
                AS v (turn, person, bot, name, value, at, until)
            JOIN done d ON d.turn = v.turn
            ORDER BY v.person, v.bot, v.name, v.at DESC
            ON CONFLICT (person, bot, name) DO UPDATE SET value = excluded.value, at = excluded.at, until = excluded.until
                WHERE excluded.at >= person_variables.at
        )
        """;

    // An empty word stands for an episode that has none: what was there goes.
    private const string Words =
        """
        , word AS MATERIALIZED (
            SELECT d.conversation, w.number, w.word FROM unnest({0}::integer[], {1}::integer[], {2}::text[]) AS w (turn, number, word) JOIN done d ON d.turn = w.turn
        ), unsaid AS (
            DELETE FROM search_words s USING (SELECT DISTINCT conversation, number FROM word) w
            WHERE s.conversation = w.conversation AND s.number = w.number
                AND NOT EXISTS (SELECT FROM word k WHERE k.conversation = s.conversation AND k.number = s.number AND k.word = s.word)
        ), said AS (
            INSERT INTO search_words (conversation, number, word) SELECT conversation, number, word FROM word WHERE word <> ''
            ON CONFLICT (conversation, number, word) DO NOTHING
        )
        """;

    // Only what other nodes have in hand and could still send stands before a new message or offload. Whoever has something in hand has
    // a row among the nodes.
    private const string LooksAhead =
        "door.shared AND EXISTS (SELECT FROM outbox o WHERE o.conversation = t.conversation AND o.status < 10 AND o.status <> 2 AND o.lane AND o.node <> $1)";

    // The numbers are those of CommitStatus.
    private const string Outcome =
        """
        SELECT t.turn::integer,
               CASE WHEN (t.turn IN (SELECT turn FROM done)) IS TRUE THEN 0 WHEN k.sequence IS NOT NULL THEN 2
                    WHEN NOT door.alive THEN 3 WHEN NOT door.current THEN 4 ELSE 1 END,
               coalesce(k.sequence, 0),
        """;

    private const int FirstFree = 19;

    /// <summary>The statements of a shape, in the order in which they run.</summary>
    public static IEnumerable<string> Of(CommitShape shape)
    {
        if (shape.HasFlag(CommitShape.Turns))
        {
            yield return Compose(shape);
        }

        if (shape.HasFlag(CommitShape.Ends))
        {
            yield return End;
        }
    }

    private static string Compose(CommitShape shape)
    {
        var sql = new StringBuilder(Turns);
        var next = FirstFree;
        var effects = shape.HasFlag(CommitShape.Traces) ? (CommitShape.Effects, TracedEffects, 8) : (CommitShape.Effects, Effects, 7);
        foreach (var (part, text, parameters) in new[]
        {
            effects, (CommitShape.Timers, Timers, 2), (CommitShape.Results, Results, 5), (CommitShape.Cancels, Cancels, 1),
            (CommitShape.Episodes, Episodes, 13), (CommitShape.People, People, 7), (CommitShape.Words, Words, 3),
        })
        {
            if (shape.HasFlag(part))
            {
                object[] names = [.. Enumerable.Range(next, parameters).Select(number => $"${number}")];
                sql.AppendFormat(CultureInfo.InvariantCulture, text, names);
                next += parameters;
            }
        }

        return sql.Append('\n').Append(Outcome).Append("       ").Append(shape.HasFlag(CommitShape.Effects) ? LooksAhead : "false")
            .Append("\nFROM turn t CROSS JOIN door LEFT JOIN known k ON k.turn = t.turn").ToString();
    }
}
