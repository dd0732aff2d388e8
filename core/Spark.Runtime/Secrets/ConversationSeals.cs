using System.Collections.Immutable;
using System.Text;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Messages;

namespace Spark.Runtime.Secrets;

/// <summary>
/// Keeps what people say in confidence out of every store: the engine sees it, and whatever leaves the engine is sealed. A bot without
/// sensitive variables pays nothing.
/// </summary>
internal sealed class ConversationSeals(Seal seal)
{
    private readonly SealedValues values = new(seal);

    /// <summary>The state as the engine reads it.</summary>
    public ConversationState Open(Bot bot, ConversationState state) => bot.Sensitive.Count == 0 ? state : state with
    {
        Variables = values.Open(state.Variables),
        Stack = [.. state.Stack.Select(frame => frame.Locals.IsEmpty ? frame : frame with { Locals = values.Open(frame.Locals) })],
    };

    /// <summary>The event as the engine reads it.</summary>
    public ConversationEvent Open(Bot bot, ConversationEvent happened) => happened switch
    {
        ActionEnded ended when SealedValues.IsSealed(ended.Output) => ended with { Output = values.Open(ended.Output) },
        InboundReceived received => OpenMessage(received.Remembered is null ? received : received with { Remembered = [.. Open(bot, received.Remembered)] }),
        _ => happened,
    };

    /// <summary>True when nothing of an event is under a seal of another key.</summary>
    public bool CanOpen(ConversationEvent happened) => happened switch
    {
        ActionEnded ended => values.CanOpen(ended.Output),
        InboundReceived { Inbound: MessageReceived { Parts: [HiddenPart hidden] } } when seal.Open(hidden.Sealed) is null => false,
        InboundReceived { Remembered: { } remembered } => remembered.All(variable => values.CanOpen(variable.Value)),
        _ => true,
    };

    /// <summary>True when nothing of a state is under a seal of another key.</summary>
    public bool CanOpen(ConversationState state) =>
        state.Variables.Values.Concat(state.Stack.SelectMany(frame => frame.Locals.Values)).All(values.CanOpen);

    /// <summary>The input of an effect as its plugin reads it.</summary>
    public Value Open(Value input) => values.Open(input);

    /// <summary>What a turn comes to, as it is kept.</summary>
    /// <param name="bot">The bot's version.</param>
    /// <param name="happened">The event as it came.</param>
    /// <param name="opened">The event as the engine read it.</param>
    /// <param name="result">What the engine made of it.</param>
    public TurnResult Close(Bot bot, ConversationEvent happened, ConversationEvent opened, TurnResult result)
    {
        if (bot.Sensitive.Count == 0)
        {
            return result;
        }

        var state = result.State;
        var place = $"{state.ChannelInstance}/{state.Person?.Id}";
        var secrets = Secrets(bot, state);
        return result with
        {
            State = state with
            {
                Variables = values.Close(state.Variables, bot.Sensitive, place),
                Stack = [.. state.Stack.Select(frame => frame.Locals.IsEmpty ? frame : frame with { Locals = CloseLocals(frame.Locals, bot, secrets, place) })],
                Desk = state.Desk is { Move: { } move } desk ? desk with { Move = Mask(move, secrets) } : state.Desk,
            },
            Effects = secrets.Count == 0 ? result.Effects : [.. result.Effects.Select(effect => Close(effect, secrets, place))],
            Stored = opened is ActionEnded ended && Holds(ended.Output, secrets) ? ended with { Output = values.Close(ended.Output, place), Exchanges = Mask(ended.Exchanges, secrets) }
                : happened is EffectEnded { Exchanges: { } exchanges } told && secrets.Count > 0 ? told with { Exchanges = Mask(exchanges, secrets) }
                : result.HasSecret ? Close(opened, (happened as InboundReceived)?.Remembered, place)
                : null,
            Person = result.Person is { } person ? person with { Variables = [.. person.Variables.Select(variable => Close(bot, person, variable))] } : null,
        };
    }

    // A version to which a variable is no secret does not get to see what another has kept under a seal.
    private IEnumerable<PersonVariable> Open(Bot bot, IReadOnlyList<PersonVariable> remembered) => remembered
        .Where(variable => !SealedValues.IsSealed(variable.Value) || bot.Sensitive.Contains(variable.Name, StringComparer.Ordinal))
        .Select(variable => variable with { Value = values.Open(variable.Value) });

    private InboundReceived OpenMessage(InboundReceived received)
    {
        if (received.Inbound is not MessageReceived { Parts: [HiddenPart hidden] } message || seal.Open(hidden.Sealed) is not { } json)
        {
            return received;
        }

        var opened = (InboundReceived)ConversationJson.ReadEvent(Encoding.UTF8.GetBytes(json));
        var said = (MessageReceived)opened.Inbound;
        return received with { Understood = opened.Understood, Inbound = message with { Parts = said.Parts, ChoiceToken = said.ChoiceToken } };
    }

    // The place is the person's and no conversation's: whichever of theirs reads it, it opens.
    private PersonVariable Close(Bot bot, PersonWrite person, PersonVariable variable) =>
        variable.Value.IsUndefined || !bot.Sensitive.Contains(variable.Name, StringComparer.Ordinal)
            ? variable
            : variable with { Value = values.Close(variable.Value, $"{person.Person}/{person.Bot}/{variable.Name}") };

    // An input of an action dialog or of a dialog holds under another name what was given to it.
    private ImmutableSortedDictionary<string, Value> CloseLocals(
        ImmutableSortedDictionary<string, Value> locals, Bot bot, List<string> secrets, string place) =>
        values.Close(locals, [.. locals.Keys.Where(name => bot.Sensitive.Contains(name, StringComparer.Ordinal) || Holds(locals[name], secrets))], place);

    // What is remembered of the person stands beside the message, under seals of its own.
    private InboundReceived? Close(ConversationEvent opened, IReadOnlyList<PersonVariable>? remembered, string place)
    {
        if (opened is not InboundReceived { Inbound: MessageReceived message } received)
        {
            return null;
        }

        var said = Encoding.UTF8.GetString(ConversationJson.Write(received with { Remembered = null, Inbound = message with { Echo = null } }));
        return received with { Remembered = remembered, Understood = null, Inbound = message with { Parts = [new HiddenPart(seal.Close(said, place))], ChoiceToken = null } };
    }

    private Effect Close(Effect effect, List<string> secrets, string place) => effect switch
    {
        InvokeAction action when Holds(action.Input, secrets) => action with { Input = values.Close(action.Input, place) },
        OpenOffload offload when Holds(offload.Fields, secrets) || Holds(offload.Variables, secrets) => offload with
        {
            Fields = values.Close(offload.Fields, place),
            Variables = values.Close(offload.Variables, place),
        },
        SendMessage message => message with { Parts = [.. message.Parts.Select(part => Mask(part, secrets))] },
        TellDesk word => word with { Parts = [.. word.Parts.Select(part => Mask(part, secrets))] },
        _ => effect,
    };

    // The checker refuses a text that shows a secret; what gets past it shows dots.
    private static MessagePart Mask(MessagePart part, List<string> secrets) => part is TextPart text && secrets.Exists(secret => text.Text.Contains(secret, StringComparison.Ordinal))
        ? new TextPart(secrets.Aggregate(text.Text, (shown, secret) => shown.Replace(secret, HiddenPart.Dots, StringComparison.Ordinal)))
        : part;

    // An answer may hold what a step has only now saved in confidence.
    private static IReadOnlyList<Exchange>? Mask(IReadOnlyList<Exchange>? exchanges, List<string> secrets)
    {
        if (exchanges is null)
        {
            return null;
        }

        var mask = new SecretMask(secrets);
        return [.. exchanges.Select(exchange => exchange with
        {
            Address = mask.Apply(exchange.Address),
            Reason = exchange.Reason is { } reason ? mask.Apply(reason) : null,
            Request = exchange.Request is { } request ? mask.Apply(request) : null,
            Response = exchange.Response is { } response ? mask.Apply(response) : null,
        })];
    }

    private static DeskMove Mask(DeskMove move, List<string> secrets) =>
        move with { Said = [.. move.Said.Select(said => said with { Parts = [.. said.Parts.Select(part => Mask(part, secrets))] })] };

    private static List<string> Secrets(Bot bot, ConversationState state)
    {
        var secrets = new List<string>();
        foreach (var name in bot.Sensitive)
        {
            Collect(state.Variables.TryGetValue(name, out var value) ? value : Value.Undefined, secrets);
            foreach (var frame in state.Stack)
            {
                Collect(frame.Locals.TryGetValue(name, out var local) ? local : Value.Undefined, secrets);
            }
        }

        return secrets;
    }

    private static void Collect(Value value, List<string> secrets)
    {
        switch (value.Kind)
        {
            case ValueKind.String or ValueKind.Number when value.ToText() is { Length: > 1 } text:
                secrets.Add(text);
                break;
            case ValueKind.Object:
                foreach (var (_, field) in value.Fields)
                {
                    Collect(field, secrets);
                }

                break;
        }
    }

    private static bool Holds(Value value, List<string> secrets) => value.Kind switch
    {
        ValueKind.String or ValueKind.Number => secrets.Exists(secret => value.ToText().Contains(secret, StringComparison.Ordinal)),
        ValueKind.Object => value.Fields.Any(field => Holds(field.Value, secrets)),
        ValueKind.Array => value.Items.Any(item => Holds(item, secrets)),
        _ => false,
    };
}
