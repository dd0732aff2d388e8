using Microsoft.IdentityModel.Tokens;

namespace Spark.Cockpit.Access.OpenId;

/// <summary>What a provider says of itself.</summary>
/// <param name="Issuer">What its tokens must say that they are from.</param>
/// <param name="Authorization">Where browsers are sent.</param>
/// <param name="Token">Where a code is changed for tokens.</param>
/// <param name="EndSession">Where browsers are sent to sign out; null when it has no such place.</param>
/// <param name="Keys">What it signs with.</param>
/// <param name="ReadAt">When it was asked.</param>
internal sealed record OpenIdProvider(string Issuer, Uri Authorization, Uri Token, Uri? EndSession, IReadOnlyList<SecurityKey> Keys, DateTimeOffset ReadAt);
