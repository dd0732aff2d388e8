using System.Text.Json;
using System.Text.RegularExpressions;
using Spark.Http;
using Spark.Runtime.Credentials;

namespace Spark.Runtime.ApiCalls;

/// <summary>An API Call made of a cURL command. Secrets of the command are left out: they belong into a credential.</summary>
public sealed partial record CurlImport
{
    private static readonly string[] Valued =
    [
        "-X", "--request", "-H", "--header", "-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--json", "-u", "--user", "--url",
        "-A", "--user-agent", "-e", "--referer", "-b", "--cookie", "-o", "--output", "-m", "--max-time", "--connect-timeout", "-x", "--proxy",
        "--cert", "-E", "--key", "--cacert", "--oauth2-bearer",
    ];

    /// <summary>The API Call, without name and credential.</summary>
    public ApiCallDefinition ApiCall { get; init; } = new();

    /// <summary>The address that the credential needs; null when it is not known.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>How the credential says who calls, as far as the command tells.</summary>
    public Authorization Authorization { get; init; } = new();

    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why it cannot be read; null when it could.</summary>
    public string? Problem { get; init; }

    /// <summary>Reads a command.</summary>
    public static CurlImport Read(string command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (ShellWords.Split(command) is not { } words)
        {
            return Refuse("A quotation mark is opened and never closed.");
        }

        if (words is not ["curl" or "curl.exe", ..])
        {
            return Refuse("It is no cURL command: it begins with curl.");
        }

        var draft = new CurlDraft();
        for (var i = 1; i < words.Count; i++)
        {
            var (name, value) = Option(words, ref i);
            draft.Take(name, value);
        }

        return draft.Target is null
            ? Refuse("The command names no address.")
            : Uri.TryCreate(draft.Target.Contains("://", StringComparison.Ordinal) ? draft.Target : $"https://{draft.Target}", UriKind.Absolute, out var target)
                && target.Scheme is "http" or "https"
                    ? Of(draft, target!)
                    : Refuse("The address is no http or https address.");
    }

    private static (string Name, string Value) Option(IReadOnlyList<string> words, ref int i)
    {
        var word = words[i];
        if (!word.StartsWith('-') || word.Length < 2)
        {
            return ("--url", word);
        }

        if (word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
        {
            return (word[..equals], word[(equals + 1)..]);
        }

        if (!word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2 && Valued.Contains(word[..2], StringComparer.Ordinal))
        {
            return (word[..2], word[2..]);
        }

        return Valued.Contains(word, StringComparer.Ordinal) && i + 1 < words.Count ? (word, words[++i]) : (word, "");
    }

    private static CurlImport Of(CurlDraft draft, Uri target)
    {
        var query = target.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => new ApiCallField { Name = Uri.UnescapeDataString(pair[0]), Value = pair.Length > 1 ? Uri.UnescapeDataString(pair[1].Replace('+', ' ')) : "" })
            .ToList();
        var body = draft.Body;
        if (body is not null && draft.IsGet)
        {
            query.AddRange(body.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => new ApiCallField { Name = pair[0], Value = pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "" }));
            body = null;
        }

        if (body is not null && !IsJson(body))
        {
            draft.Notes.Add("The body is no JSON, which is all that API Calls send: it was left out.");
            body = null;
        }

        var call = new ApiCallDefinition
        {
            Method = draft.Method ?? (draft.Body is null || draft.IsGet ? "GET" : "POST"),
            Resource = Uri.UnescapeDataString(target.AbsolutePath.TrimStart('/')),
            Query = query,
            Headers = [.. draft.Headers.Where(header => HeaderRule.Problem(header.Name, "") is null)],
            Payload = body,
        };
        return new()
        {
            ApiCall = call with { Parameters = [.. Placeholders(call).Select(name => new ApiCallParameter { Name = name, Label = name })] },
            BaseUrl = new Uri(target.GetLeftPart(UriPartial.Authority).Replace(target.UserInfo.Length > 0 ? target.UserInfo + "@" : "\0", "", StringComparison.Ordinal) + "/"),
            Authorization = draft.Authorization,
            Notes = draft.Notes,
        };
    }

    private static IEnumerable<string> Placeholders(ApiCallDefinition call) => Placeholder()
        .Matches(string.Join('\n', [call.Resource, call.Payload ?? "", .. call.Query.Select(field => field.Value), .. call.Headers.Select(field => field.Value)]))
        .Select(match => match.Groups["name"].Value)
        .Distinct(StringComparer.Ordinal);

    // With placeholders it may become JSON only when they are filled.
    private static bool IsJson(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(Placeholder().Replace(body, "1"));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static CurlImport Refuse(string problem) => new() { Problem = problem };

    [GeneratedRegex("\\{\\{\\s*(?<name>[A-Za-z][A-Za-z0-9_]{0,63})\\s*\\}\\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Placeholder();
}
