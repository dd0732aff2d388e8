using Spark.Settings;

namespace Spark.Offload.HandoffApi;

/// <summary>What the operator says about one Spark that takes conversations.</summary>
/// <remarks>The properties have setters because source-generated JSON overwrites the defaults of <c>init</c> properties.</remarks>
internal sealed record HandoffOffloadSettings
{
    [Setting("Token address", Help = "Where tokens are given: https://<instance>-login.<region>.nexthink.cloud/oauth2/default/v1/token, or the same path of another Spark.")]
    public Uri? TokenUrl { get; set; }

    [Setting("Handoff address", Help = "Where conversations are taken: https://<instance>.api.<region>.nexthink.cloud/api/v1/spark/handoff, or the same path of another Spark.")]
    public Uri? HandoffUrl { get; set; }

    [Setting("Client id", Help = "Of API credentials with the permission Spark API.")]
    public string? ClientId { get; set; }

    [Secret]
    [Setting("Client secret", Help = "Of the same credentials.")]
    public string? ClientSecret { get; set; }

    [Setting("Source", Help = "What the other side is told as metadata 'source'; empty for nothing.")]
    public string Source { get; set; } = "spark";

    /// <summary>Everything that is wrong, each in a sentence for the operator.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (TokenUrl is not { IsAbsoluteUri: true })
        {
            problems.Add("The setting 'tokenUrl' is missing: give the address that ends with /oauth2/default/v1/token.");
        }

        if (HandoffUrl is not { IsAbsoluteUri: true })
        {
            problems.Add("The setting 'handoffUrl' is missing: give the address that ends with /api/v1/spark/handoff.");
        }

        if (string.IsNullOrEmpty(ClientId) || string.IsNullOrEmpty(ClientSecret))
        {
            problems.Add("The settings 'clientId' and 'clientSecret' are needed: those of API credentials with the permission Spark API.");
        }

        return problems;
    }

    /// <summary>Only the name: the members that a record prints by itself include the secret.</summary>
    public override string ToString() => nameof(HandoffOffloadSettings);
}
