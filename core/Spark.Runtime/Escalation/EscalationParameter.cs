namespace Spark.Runtime.Escalation;

/// <summary>What a parameter of the API Call gets.</summary>
public sealed record EscalationParameter
{
    /// <summary>The parameter's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where its value comes from.</summary>
    public EscalationSource Source { get; set; }

    /// <summary>What the source needs: see <see cref="EscalationSource"/>.</summary>
    public string? Value { get; set; }

    /// <summary>For a look-up: the API Call.</summary>
    public string? ApiCall { get; set; }

    /// <summary>For a look-up: its output.</summary>
    public string? Output { get; set; }
}
