using Microsoft.IdentityModel.Tokens;

namespace Spark.Channels.Teams.Authentication;

/// <summary>A public key that tokens are signed with.</summary>
/// <param name="Key">The key.</param>
/// <param name="Endorsements">The channels that it may speak for.</param>
internal sealed record SigningKey(RsaSecurityKey Key, IReadOnlyList<string> Endorsements);
