namespace Spark.Channels.Teams.Rest;

/// <summary>How the bot proves to Entra that it is the app.</summary>
internal interface IAppProof
{
    /// <summary>The fields of a token request that prove it, as in a form.</summary>
    /// <param name="audience">The token endpoint.</param>
    string FieldsFor(Uri audience);
}
