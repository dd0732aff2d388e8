namespace Spark.Channels;

/// <summary>What is known of a person who is looked for. At least one member is set; names compare without case.</summary>
public sealed record PersonAddress
{
    /// <summary>The user principal name, such as <c>jane@contoso.com</c>.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }
}
