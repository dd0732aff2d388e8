namespace Spark.Runtime.Credentials;

/// <summary>Where the keys lie that seal the secrets of credentials: never in the database.</summary>
public sealed class CredentialKeyOptions
{
    /// <summary>The section of the host's configuration.</summary>
    public const string SectionName = "CredentialKeys";

    /// <summary>
    /// The keys themselves, one a line or separated by commas: an id, a colon, and Base64 of 32 bytes. The first seals, all open. Usually the
    /// variable <c>SPARK_SECRET_CREDENTIAL_KEYS</c>.
    /// </summary>
    public string? Keys { get; set; }

    /// <summary>The file that holds them, when <see cref="Keys"/> is not given.</summary>
    public string? File { get; set; }

    /// <summary>True when a missing file may be made: where no other node needs the same keys.</summary>
    public bool MayCreate { get; set; }
}
