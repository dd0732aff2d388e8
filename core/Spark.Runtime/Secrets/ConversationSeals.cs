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
    public ConversationEvent Open(ConversationEvent happened)
    {
        if (happened is ActionEnded ended)
        {
            return SealedValues.IsSealed(ended.Output) ? ended with { Output = values.Open(ended.Output) } : ended;
        }

        if (happened is not InboundReceived { Inbound: MessageReceived { Parts: [HiddenPart hidden] } message } received || seal.Open(hidden.Sealed) is not { } json)
        {
            return happened;
        }

        var opened = (InboundReceived)ConversationJson.ReadEvent(Encoding.UTF8.GetBytes(json));
        var said = (MessageReceived)opened.Inbound;
        return received with { Understood = opened.Understood, Inbound = message with { Parts = said.Parts, ChoiceToken = said.ChoiceToken } };
    }

    /// <summary>The input of an effect as its plugin reads it.</summary>
    public Value Open(Value input) => values.Open(input);

    /// <summary>What a turn comes to, as it is kept.</summary>
    public TurnResult Close(Bot bot, ConversationEvent happened, TurnResult result)
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
            Stored = happened is ActionEnded ended && Holds(ended.Output, secrets) ? ended with { Output = values.Close(ended.Output, place) }
                : result.HasSecret ? Close(happened, place)
                : null,
        };
    }

    // An input of an action dialog or of a dialog holds under another name what was given to it.
    private ImmutableSortedDictionary<string, Value> CloseLocals(
        ImmutableSortedDictionary<string, Value> locals, Bot bot, List<string> secrets, string place) =>
        values.Close(locals, [.. locals.Keys.Where(name => bot.Sensitive.Contains(name, StringComparer.Ordinal) || Holds(locals[name], secrets))], place);

    private InboundReceived? Close(ConversationEvent happened, string place)
    {
        if (happened is not InboundReceived { Inbound: MessageReceived message } received)
        {
            return null;
        }

        var said = Encoding.UTF8.GetString(ConversationJson.Write(received with { Inbound = message with { Echo = null } }));
        return received with { Understood = null, Inbound = message with { Parts = [new HiddenPart(seal.Close(said, place))], ChoiceToken = null } };
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
