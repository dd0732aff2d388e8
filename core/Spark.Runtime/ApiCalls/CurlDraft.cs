using Spark.Runtime.Credentials;

namespace Spark.Runtime.ApiCalls;

/// <summary>What the options of a cURL command say, one by one.</summary>
internal sealed class CurlDraft
{
    public string? Target { get; private set; }

    public string? Method { get; private set; }

    public string? Body { get; private set; }

    public bool IsGet { get; private set; }

    public List<ApiCallField> Headers { get; } = [];

    public List<string> Notes { get; } = [];

    public Authorization Authorization { get; private set; } = new();

    public void Take(string name, string value)
    {
        switch (name)
        {
            case "--url":
                Target ??= value;
                break;
            case "-X" or "--request":
                Method = value.ToUpperInvariant();
                break;
            case "-G" or "--get":
                IsGet = true;
                break;
            case "-d" or "--data" or "--data-raw" or "--data-binary" or "--data-ascii" or "--json":
                TakeBody(value);
                break;
            case "-H" or "--header":
                TakeHeader(value);
                break;
            case "-u" or "--user":
                Authorization = new() { Type = AuthorizationKind.Basic, User = value.Split(':', 2)[0] };
                Notes.Add("The password was left out: give it in the credential.");
                break;
            case "--oauth2-bearer":
                TakeAuthorization("Bearer");
                break;
            case "-E" or "--cert" or "--key":
                Authorization = new() { Type = AuthorizationKind.MutualTls };
                Notes.Add("The certificate was left out: give it in the credential.");
                break;
            case "-b" or "--cookie":
                Notes.Add("The cookie was left out: API Calls send none.");
                break;
            case "-k" or "--insecure":
                Notes.Add("Certificates are always checked here: give an authority of your own in the credential.");
                break;
            case "-L" or "--location":
                Notes.Add("Redirects are followed on the same host only, and only for GET.");
                break;
            case "-s" or "--silent" or "-i" or "--include" or "-v" or "--verbose" or "--compressed" or "-o" or "--output" or "-S" or "--show-error" or "-f" or "--fail":
                break;
            default:
                Notes.Add($"The option {name} was left out.");
                break;
        }
    }

    private void TakeBody(string value)
    {
        if (value.StartsWith('@'))
        {
            Notes.Add("The body is in a file, which only your machine has: it was left out.");
            return;
        }

        Body = Body is null ? value : $"{Body}&{value}";
    }

    private void TakeHeader(string value)
    {
        if (value.Split(':', 2) is not [var name, var text])
        {
            return;
        }

        switch (name.Trim().ToLowerInvariant())
        {
            case "authorization":
                TakeAuthorization(text.Trim().Split(' ', 2)[0]);
                break;
            case "content-type" or "accept" or "content-length" or "host" or "user-agent":
                break;
            case "cookie":
                Notes.Add("The cookie was left out: API Calls send none.");
                break;
            case var key when key.Contains("api-key", StringComparison.Ordinal) || key.Contains("apikey", StringComparison.Ordinal) || key.EndsWith("token", StringComparison.Ordinal):
                Authorization = new() { Type = AuthorizationKind.ApiKey, Header = name.Trim() };
                Notes.Add($"The value of {name.Trim()} was left out: give it in the credential, as its key.");
                break;
            default:
                Headers.Add(new() { Name = name.Trim(), Value = text.Trim() });
                break;
        }
    }

    private void TakeAuthorization(string scheme)
    {
        Authorization = new() { Type = scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) ? AuthorizationKind.Basic : AuthorizationKind.Bearer };
        Notes.Add("What the header Authorization says was left out: give it in the credential.");
    }
}
