
namespace Spark.Engine.Definitions;

/// <summary>A deed with an effect whose result is waited for.</summary>
public abstract record AwaitingDeed : Deed
{
    private protected AwaitingDeed()
    {
    }

    /// <summary>Variables that take something of the result.</summary>
    public IReadOnlyList<Assignment> Save { get; init; } = [];

    /// <summary>The first outcome whose expression holds ends the action dialog.</summary>
    public IReadOnlyList<OutcomeRule> Outcomes { get; init; } = [];

    /// <summary>The outcome when none holds; null goes on with the next deed.</summary>
    public string? Otherwise { get; init; }

    /// <summary>
    /// How long the result may take; null for the engine's default. After it the result is <c>timeout</c> for an action, <c>unknown</c>
    /// for a ticket, and <c>failed</c> for another offload. The host keeps the time; the engine's own deadline lies behind it, for the
    /// case that no result comes at all.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Set when the person is asked before it acts: a no ends the action dialog as <see cref="Approval.Declined"/>.</summary>
    public Approval? Approval { get; init; }
}
