using Spark.Channels;
using Spark.Expressions;
using Spark.Messages;
using Spark.Offload;
using Spark.Testing.Suites;

namespace Spark.Testing.Outside;

/// <summary>
/// All that lies outside the host while a test runs: the person's side of the channel, and what stands for connections and actions. It
/// outlives hosts that are killed, and knows an effect again by its id, as far sides do. Called from many threads.
/// </summary>
/// <param name="given">What stands for connections and actions.</param>
/// <param name="refusesFirst">True when no message gets through with its first attempt.</param>
/// <param name="ask">Answers where nothing stands for what is called; null when that is a mistake of the test.</param>
internal sealed class FarSide(IReadOnlyList<Stub> given, bool refusesFirst, Func<Asked, StubReply>? ask = null)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, StubReply> answered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private readonly List<Arrival> arrivals = [];
    private readonly List<string> missing = [];

    /// <summary>What the bot has said so far, in the order in which it arrived.</summary>
    public IReadOnlyList<Arrival> Arrivals
    {
        get
        {
            lock (gate)
            {
                return [.. arrivals];
            }
        }
    }

    /// <summary>What was called and nothing stands for.</summary>
    public IReadOnlyList<string> Missing
    {
        get
        {
            lock (gate)
            {
                return [.. missing];
            }
        }
    }

    /// <summary>How often something was called.</summary>
    /// <param name="name">The connection or action.</param>
    public int CallsOf(string name)
    {
        lock (gate)
        {
            return calls.GetValueOrDefault(name);
        }
    }

    /// <summary>Takes a message to the person.</summary>
    /// <param name="effectId">The effect's id: the same over all attempts.</param>
    /// <param name="parts">What is shown.</param>
    public Delivery Send(string effectId, IReadOnlyList<MessagePart> parts)
    {
        lock (gate)
        {
            if (refusesFirst && refused.Add(effectId))
            {
                return Delivery.NotSent("The test refuses every message once.");
            }

            if (known.Add(effectId) && Arrival.Of(parts) is { } arrival)
            {
                arrivals.Add(arrival with { EffectId = effectId, Parts = parts });
            }

            return Delivery.Delivered;
        }
    }

    /// <summary>Executes an action.</summary>
    /// <param name="effectId">The effect's id.</param>
    /// <param name="action">The action's id.</param>
    /// <param name="input">Its fields.</param>
    public StubReply Execute(string effectId, string action, Value input)
    {
        // "call: directory" names the connection behind the verb; a stub may stand for it or for the action.
        var connection = input[action] is { Kind: ValueKind.String } named ? named.AsString() : action;
        lock (gate)
        {
            return Answer(effectId, isOffload: false, connection, action)
                ?? Ask(effectId, new(IsOffload: false, connection, action, input))
                ?? Miss("failed", $"action '{action}' was run and nothing stands for it: add - {{ action: {action}, result: ok }} to 'given'");
        }
    }

    /// <summary>Asks an offload provider.</summary>
    /// <param name="effectId">The effect's id.</param>
    /// <param name="connection">The connection.</param>
    public OffloadDecision Open(string effectId, string connection)
    {
        lock (gate)
        {
            var reply = Answer(effectId, isOffload: true, connection, connection)
                ?? Ask(effectId, new(IsOffload: true, connection, connection, default))
                ?? Miss("failed", $"'{connection}' was asked and nothing stands for it: add - {{ offload: {connection}, result: accepted }} to 'given'");
            return reply.Decision ?? OffloadDecision.Of(OffloadResult.Failed, "Nothing stands for this connection.");
        }
    }

    private StubReply? Answer(string effectId, bool isOffload, string name, string other)
    {
        if (answered.TryGetValue(effectId, out var before))
        {
            return before;
        }

        var stub = given.FirstOrDefault(stub => stub.IsOffload == isOffload && string.Equals(stub.Name, name, StringComparison.Ordinal))
            ?? given.FirstOrDefault(stub => stub.IsOffload == isOffload && string.Equals(stub.Name, other, StringComparison.Ordinal));
        if (stub is null)
        {
            return null;
        }

        var number = calls.GetValueOrDefault(stub.Name);
        calls[stub.Name] = number + 1;
        return answered[effectId] = stub.Replies[Math.Min(number, stub.Replies.Count - 1)];
    }

    private StubReply? Ask(string effectId, Asked asked) => ask is null ? null : answered[effectId] = ask(asked);

    private StubReply Miss(string result, string what)
    {
        if (!missing.Contains(what, StringComparer.Ordinal))
        {
            missing.Add(what);
        }

        return new(result, default);
    }
}
