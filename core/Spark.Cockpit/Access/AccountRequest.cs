using System.Text.Json.Serialization;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Access;

/// <summary>Adds or changes an account.</summary>
/// <param name="Display">What others read.</param>
/// <param name="Role">What it is.</param>
/// <param name="IsDisabled">True when it may not sign in.</param>
/// <param name="Password">A new password; null to keep the one there is.</param>
/// <param name="Edition">The edition that was read and is changed; empty when there was none, null to replace whatever is there.</param>
internal sealed record AccountRequest(string Display, Role Role, bool IsDisabled, string? Password, string? Edition = null)
{
    /// <summary>The only bots that it sees to; null for all. A request that does not name it keeps the limit that there is.</summary>
    public IReadOnlyList<string>? Bots
    {
        get;

        // No init: that would be called for a request that does not name it, too.
        set
        {
            field = value;
            NamesBots = true;
        }
    }

    /// <summary>True when the request names its bots, were it as null.</summary>
    [JsonIgnore]
    public bool NamesBots { get; private set; }
}
