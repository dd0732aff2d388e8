namespace Spark.Runtime.Escalation;

/// <summary>How tickets are opened.</summary>
public sealed record EscalationSettings
{
    /// <summary>The API Call that opens a ticket: its outputs <c>ticketId</c> and <c>ticketNumber</c> are mandatory.</summary>
    public string ApiCall { get; set; } = "";

    /// <summary>The API Call that finds a ticket by its parameter <c>correlationId</c>, with the same outputs; null for none.</summary>
    public string? FindCall { get; set; }

    /// <summary>The API Call that adds to a ticket: its parameter <c>ticketId</c> or <c>ticketNumber</c> names it; null for none.</summary>
    public string? AddCall { get; set; }

    /// <summary>What the parameters get.</summary>
    public IReadOnlyList<EscalationParameter> Parameters { get; set; } = [];

    /// <summary>What the person gets where no ticket could be opened.</summary>
    public FallbackSettings Fallback { get; set; } = new();

    /// <summary>How sure a category must be that the person is not asked, from 0 to 1.</summary>
    public double CategoryConfidence { get; set; } = 0.5;

    /// <summary>Where an API Call is used here, in words.</summary>
    public IReadOnlyList<string> UsesOf(string apiCall)
    {
        var uses = new (string? Name, string Use)[]
        {
            (ApiCall, "the escalation, to open tickets"),
            (FindCall, "the escalation, to find tickets"),
            (AddCall, "the escalation, to add to tickets"),
        };
        return
        [
            .. uses.Where(use => string.Equals(use.Name, apiCall, StringComparison.Ordinal)).Select(use => use.Use),
            .. Parameters.Where(parameter => parameter.Source == EscalationSource.Lookup && string.Equals(parameter.ApiCall, apiCall, StringComparison.Ordinal))
                .Select(parameter => $"the escalation, to look up '{parameter.Name}'"),
        ];
    }
}
