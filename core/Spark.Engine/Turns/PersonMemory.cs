using System.Collections.Immutable;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>
/// What a bot knows of a person in all their conversations: it comes with an event, and what a turn changes of it leaves with the turn. Only
/// of people whom a channel has proved: what somebody says who may be anybody stays in their conversation.
/// </summary>
public static class PersonMemory
{
    /// <summary>By what a person is known in all their conversations; null for somebody whom no channel has proved.</summary>
    /// <param name="instance">The id of the channel instance.</param>
    /// <param name="person">The person, as the channel told.</param>
    public static string? NameOf(string instance, Person? person) => person switch
    {
        { Verified: true, Identity: { Length: > 0 } identity } => identity,
        { Verified: true } => $"channel:{instance}/{person.Id}",
        _ => null,
    };

    /// <summary>Takes what is known elsewhere, where it is not older than what is known here: of two words of one moment the stored one counts, for all.</summary>
    internal static void Take(Turn turn, IReadOnlyList<PersonVariable> remembered)
    {
        foreach (var variable in remembered)
        {
            var known = turn.State.Shared.Find(other => Same(other.Name, variable.Name));
            if (turn.Bot.Remembered.Contains(variable.Name, StringComparer.Ordinal) && !(known?.At > variable.At))
            {
                Take(turn, variable, known);
            }
        }
    }

    /// <summary>What the turn has changed since what was known was taken; null for nothing, or nobody.</summary>
    internal static PersonWrite? Settle(Turn turn)
    {
        if (turn.Bot.Remembered.Count == 0 || NameOf(turn.State.ChannelInstance, turn.State.Person) is not { } name)
        {
            return null;
        }

        // As it is stored: to the millisecond.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(turn.Happened.At.ToUnixTimeMilliseconds());
        List<PersonVariable>? changed = null;
        foreach (var variable in turn.Bot.Remembered)
        {
            var value = Value(turn.State.Variables, variable);
            var until = Until(turn.State, variable);
            if (value != Value(turn.Base.Variables, variable) || until != Until(turn.Base, variable))
            {
                (changed ??= []).Add(new(variable, value, now, until));
                turn.State = turn.State with { Shared = Stamp(turn.State.Shared, variable, now) };
            }
        }

        return changed is null ? null : new(name, turn.Bot.Id, changed);
    }

    private static void Take(Turn turn, PersonVariable variable, SharedVariable? known)
    {
        var value = variable.ValueAt(turn.Happened.At);
        var kept = turn.State.Kept.RemoveAll(other => Same(other.Name, variable.Name));
        turn.State = turn.State with
        {
            Variables = value.IsUndefined ? turn.State.Variables.Remove(variable.Name) : turn.State.Variables.SetItem(variable.Name, value),
            Kept = value.IsUndefined || variable.Until is not { } until ? kept : kept.Add(new(variable.Name, until)),
            Shared = Stamp(known is null ? turn.State.Shared : turn.State.Shared.Remove(known), variable.Name, variable.At),
        };
    }

    private static ImmutableList<SharedVariable> Stamp(ImmutableList<SharedVariable> shared, string name, DateTimeOffset at) =>
        shared.RemoveAll(other => Same(other.Name, name)).Add(new(name, at));

    private static Value Value(ImmutableSortedDictionary<string, Value> values, string name) =>
        values.TryGetValue(name, out var value) ? value : Expressions.Value.Undefined;

    private static DateTimeOffset? Until(ConversationState state, string name) => state.Kept.Find(kept => Same(kept.Name, name))?.Until;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
