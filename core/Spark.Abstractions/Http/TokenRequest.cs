using System.Net.Http.Headers;
using System.Text;

namespace Spark.Http;

/// <summary>What a token address of OAuth 2.0 is asked with (RFC 6749). Since contract 1.4.</summary>
public sealed record TokenRequest
{
    /// <summary>Where tokens are given.</summary>
    public required Uri Address { get; init; }

    /// <summary>The fields of the form, the kind of grant among them; those without a value are left out.</summary>
    public required IReadOnlyList<KeyValuePair<string, string?>> Fields { get; init; }

    /// <summary>The client's id; null when the client does not say who it is.</summary>
    public string? ClientId { get; init; }

    /// <summary>The client's secret.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>True when the client's id and secret stand in the form, not in the header of Basic.</summary>
    public bool ClientInBody { get; init; }

    /// <summary>
    /// True when the header of Basic bears the client's id and secret as they are (RFC 7617), for a token address that does not decode what
    /// RFC 6749 has encoded.
    /// </summary>
    public bool ClientAsItIs { get; init; }

    internal HttpRequestMessage ToMessage()
    {
        IEnumerable<KeyValuePair<string, string?>> client = ClientInBody ? [new("client_id", ClientId), new("client_secret", ClientSecret)] : [];
        var message = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new FormUrlEncodedContent(Fields.Concat(client).Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => KeyValuePair.Create(field.Key, field.Value!))),
        };
        if (!ClientInBody && ClientId is { } id)
        {
            var pair = ClientAsItIs ? $"{id}:{ClientSecret}" : $"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(ClientSecret ?? "")}";
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }

        message.Headers.Accept.ParseAdd("application/json");
        return message;
    }
}
