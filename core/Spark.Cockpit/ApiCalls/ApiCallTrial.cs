using System.Text.Json;
using Spark.Runtime.ApiCalls;

namespace Spark.Cockpit.ApiCalls;

/// <summary>Asks to try an API Call: one that is set, by its name, or one as it stands in the form.</summary>
internal sealed record ApiCallTrial
{
    /// <summary>The name of one that is set; null for <see cref="ApiCall"/>.</summary>
    public string? Name { get; set; }

    /// <summary>One that need not be set; null for <see cref="Name"/>.</summary>
    public ApiCallDefinition? ApiCall { get; set; }

    /// <summary>The values of its parameters: an object.</summary>
    public JsonElement? Parameters { get; set; }

    /// <summary>An answer to read in place of the far side's; null to send for real.</summary>
    public RecordedAnswer? Recorded { get; set; }
}
