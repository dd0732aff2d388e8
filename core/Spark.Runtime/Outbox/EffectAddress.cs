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
