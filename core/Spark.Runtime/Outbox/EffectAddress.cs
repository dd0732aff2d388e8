using System.Globalization;
using Spark.Engine.Conversations;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Outbox;

/// <summary>Names an effect among all conversations.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Effect">The effect within it.</param>
public readonly record struct EffectAddress(ConversationKey Conversation, EffectRef Effect) : IComparable<EffectAddress>
{
    /// <summary>The id that channels and plugins see: the same over all attempts, in every process.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Conversation}-{Effect.Sequence}-{Effect.Index}");

    public static bool operator <(EffectAddress left, EffectAddress right) => left.CompareTo(right) < 0;

    public static bool operator <=(EffectAddress left, EffectAddress right) => left.CompareTo(right) <= 0;

    public static bool operator >(EffectAddress left, EffectAddress right) => left.CompareTo(right) > 0;

    public static bool operator >=(EffectAddress left, EffectAddress right) => left.CompareTo(right) >= 0;

    /// <summary>Reads an address as <see cref="Id"/> writes it. False when it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="address">The address.</param>
    public static bool TryParse(string? text, out EffectAddress address)
    {
        address = default;
        if (text?.Split('-') is not [var conversation, var sequence, var index]
            || !ConversationKey.TryParse(conversation, out var key)
            || !long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var turn)
            || !int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            return false;
        }

        address = new(key, new(turn, place));
        return true;
    }

    /// <summary>The <see cref="Id"/>.</summary>
    public override string ToString() => Id;

    /// <inheritdoc/>
    public int CompareTo(EffectAddress other)
    {
        var byConversation = Conversation.CompareTo(other.Conversation);
        if (byConversation != 0)
        {
            return byConversation;
        }

        var bySequence = Effect.Sequence.CompareTo(other.Effect.Sequence);
        return bySequence != 0 ? bySequence : Effect.Index.CompareTo(other.Effect.Index);
    }
}
