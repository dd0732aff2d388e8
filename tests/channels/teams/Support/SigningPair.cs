using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Spark.Channels.Teams.Tests.Support;

/// <summary>A key with both halves, as an issuer has it.</summary>
internal sealed class SigningPair(string id, IReadOnlyList<string> endorsements, int bits = 2048)
{
    public string Id => id;

    public RSA Rsa { get; } = RSA.Create(bits);

    public JsonObject ToJson()
    {
        var half = Rsa.ExportParameters(includePrivateParameters: false);
        var json = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64Url.EncodeToString(half.Modulus),
            ["e"] = Base64Url.EncodeToString(half.Exponent),
        };
        if (endorsements.Count > 0)
        {
            json["endorsements"] = new JsonArray([.. endorsements.Select(channel => (JsonNode)channel!)]);
        }

        return json;
    }
}
