namespace Spark.Cockpit.Studio.Talking;

/// <summary>One thing that happens in a conversation that a designer tries: the person speaks, time passes, the outside answers, or the desk acts.</summary>
public sealed record StudioInput
{
    /// <summary>What the person says, or the label of the button that is pressed; null when somebody else acts.</summary>
    public string? Text { get; init; }

    /// <summary>True when a button is pressed that the bot has shown.</summary>
    public bool IsPress { get; init; }

    /// <summary>The name of the file that the person sends, of the type that its ending says; null for none.</summary>
    public string? File { get; init; }

    /// <summary>How much time passes, such as <c>2d</c>; null when none does.</summary>
    public string? Clock { get; init; }

    /// <summary>What the agent who has the conversation says; null when they say nothing.</summary>
    public string? Agent { get; init; }

    /// <summary>True when the agent who has the conversation gives it back.</summary>
    public bool AgentLeaves { get; init; }

    /// <summary>How a call ends: <c>ok</c>, <c>failed</c>, <c>timeout</c>, or what the action says; for an offload <c>accepted</c>, <c>closed</c>, …. Null when nothing was called.</summary>
    public string? Result { get; init; }

    /// <summary>The connection or action that answers so.</summary>
    public string? Name { get; init; }

    /// <summary>True when it is an offload provider that answers.</summary>
    public bool IsOffload { get; init; }

    /// <summary>What the action gives, as a JSON object; null for nothing.</summary>
    public string? Output { get; init; }

    /// <summary>The number of the ticket that the provider has opened, or of which there is news; null for none.</summary>
    public string? Ticket { get; init; }

    /// <summary>The state that the ticket is in now, in its own system; null when there is no news of it.</summary>
    public string? State { get; init; }
}
