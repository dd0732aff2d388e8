using Spark.Settings;

namespace Spark.Actions.Email;

/// <summary>The settings of one connection.</summary>
internal sealed record EmailSettings
{
    [Setting("Server")]
    public required string Host { get; init; }

    [Setting("Port")]
    public int Port { get; set; } = 587;

    [Setting("TLS", Help = "starttls: no message leaves without it; none: only for a server on the same machine or network.")]
    public string Tls { get; set; } = "starttls";

    [Setting("User", Help = "Empty for a server that asks for none.")]
    public string? User { get; set; }

    [Setting("Password")]
    [Secret]
    public string? Password { get; set; }

    [Setting("From", Help = "The address that all messages of this connection come from.")]
    public required string From { get; init; }

    [Setting("Name of the sender")]
    public string? FromName { get; set; }

    [Setting("Allowed domains", Help = "Messages go nowhere else; empty for any.")]
    public string[]? AllowedDomains { get; set; }
}
