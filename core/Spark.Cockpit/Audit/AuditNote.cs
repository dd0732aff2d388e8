using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Spark.Cockpit.Admin;

namespace Spark.Cockpit.Audit;

/// <summary>
/// What a request adds to its entry in the audit. Only what is named here gets into it, so that no secret does because a body has one more
/// field.
/// </summary>
internal sealed class AuditNote
{
    private const int LongestFact = 500;

    private readonly SortedDictionary<string, string> facts = new(StringComparer.Ordinal);

    /// <summary>Who did it, where the request itself does not tell; null otherwise.</summary>
    public string? Actor { get; set; }

    /// <summary>What it concerns, where the address does not tell; null otherwise.</summary>
    public string? Subject { get; set; }

    /// <summary>True when the entry would say again what was just said.</summary>
    public bool IsMuted { get; set; }

    /// <summary>The facts as a JSON object; null for none.</summary>
    public JsonElement? Details => facts.Count == 0 ? null : JsonSerializer.SerializeToElement(facts, AdminJson.Default.SortedDictionaryStringString);

    /// <summary>The note of a request.</summary>
    public static AuditNote Of(HttpContext http)
    {
        if (http.Items.TryGetValue(typeof(AuditNote), out var found))
        {
            return (AuditNote)found!;
        }

        var note = new AuditNote();
        http.Items[typeof(AuditNote)] = note;
        return note;
    }

    /// <summary>Adds a fact, which is no secret; none when there is no value.</summary>
    public AuditNote Add<T>(string name, T? value)
    {
        if (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
        {
            facts[name] = text.Length > LongestFact ? text[..LongestFact] : text;
        }

        return this;
    }

    /// <summary>Says what it concerns.</summary>
    public AuditNote About(string? subject)
    {
        Subject = subject;
        return this;
    }
}
