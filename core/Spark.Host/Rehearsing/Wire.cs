using System.Text.Json.Nodes;

namespace Spark.Host.Rehearsing;

/// <summary>The words between a test and the process that it kills: a JSON object a line, over the standard streams.</summary>
internal static class Wire
{
    /// <summary>What an object is about.</summary>
    public const string Verb = "is";

    /// <summary>The process can be spoken to.</summary>
    public const string Ready = "ready";

    /// <summary>Take this event; answered by <see cref="Accepted"/>.</summary>
    public const string Deliver = "deliver";

    /// <summary>The event is committed.</summary>
    public const string Accepted = "accepted";

    /// <summary>Do all that is to be done; answered by <see cref="Settled"/>.</summary>
    public const string Settle = "settle";

    /// <summary>Everything is done.</summary>
    public const string Settled = "settled";

    /// <summary>Tell the state; answered by <see cref="State"/>.</summary>
    public const string Read = "read";

    /// <summary>The state.</summary>
    public const string State = "state";

    /// <summary>The process stands still behind its last write, and is to be killed.</summary>
    public const string Dying = "dying";

    /// <summary>An effect is to be done outside; answered by <see cref="Answer"/>.</summary>
    public const string Effect = "effect";

    /// <summary>What became of an effect.</summary>
    public const string Answer = "answer";

    /// <summary>A line.</summary>
    public static JsonObject Line(string verb) => new() { [Verb] = verb };

    /// <summary>The JSON of something that is stored as JSON.</summary>
    public static JsonNode Node(byte[] json) => JsonNode.Parse(json)!;

    /// <summary>The bytes of a field.</summary>
    public static byte[] Bytes(JsonObject line, string field) => System.Text.Encoding.UTF8.GetBytes(line[field]!.ToJsonString());
}
