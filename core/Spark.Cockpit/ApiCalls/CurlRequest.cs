namespace Spark.Cockpit.ApiCalls;

/// <summary>Asks to make an API Call of a cURL command.</summary>
internal sealed record CurlRequest
{
    /// <summary>The command.</summary>
    public string Curl { get; set; } = "";
}
