namespace Spark.Engine.Conversations;

/// <summary>A deed's effect is under way.</summary>
public sealed record WaitingForEffect : Waiting
{
    /// <summary>The effect whose result is awaited.</summary>
    public required EffectRef Effect { get; init; }

    /// <summary>What is called again if this try fails; null where there is no other.</summary>
    public Retry? Retry { get; init; }

    /// <summary>
    /// The last message of the turn, kept back while a provider of kind owner decides: it leaves together with the handover,
    /// because nothing can be said afterwards.
    /// </summary>
    public SendMessage? Farewell { get; init; }

    /// <summary>True when the provider has accepted and <see cref="Effect"/> is the message that hands over.</summary>
    public bool IsHandover { get; init; }
}
