using System.Text.RegularExpressions;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Checking;

/// <summary>No secret and no address of an environment stands in a bot's files, which are shared, reviewed and kept for ever.</summary>
internal sealed partial class SecretsCheck : ICheck
{
    // Where an address of the world's is shown to people.
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
    {
        "link", "image", "video", "audio", "file", "url", "iconUrl", "backgroundImage", "poster", "$schema",
    };

    // Nothing that is shorter can be told from a word.
    private const int ShortestToken = 32;

    public void Run(ReadingContext reading)
    {
        foreach (var tree in reading.Draft.Trees)
        {
            Look(tree, field: "", tree.At.File.StartsWith("actions/", StringComparison.Ordinal) || tree.At.File == "bot.yaml", reading.Findings);
        }
    }

    private static void Look(YamlNode node, string field, bool isTechnical, FindingBag findings)
    {
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Value is YamlScalar value)
                    {
                        // That such a field is not known is the lesser thing to say of it.
                        if (LookAt(value, entry.Name, isTechnical, findings))
                        {
                            findings.Withdraw(FindingCodes.UnknownField, entry.Key.At);
                        }
                    }
                    else
                    {
                        Look(entry.Value, entry.Name, isTechnical, findings);
                    }
                }

                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Look(item, field, isTechnical, findings);
                }

                break;
            case YamlScalar scalar:
                LookAt(scalar, field, isTechnical, findings);
                break;
        }
    }

    private static bool LookAt(YamlScalar scalar, string field, bool isTechnical, FindingBag findings)
    {
        var isSecret = false;
        if (KnownToken().IsMatch(scalar.Value) || (isTechnical && (IsNamedSecret(field, scalar) || LooksRandom(scalar.Value))))
        {
            isSecret = true;
            findings.Error(
                FindingCodes.Secret,
                scalar.At,
                "This looks like a secret, and a bot's files hold none.",
                "Put it into the environment's settings of the connection, as env:… or file:…, and change the secret: it may have been seen.");
        }

        if (field == "link" || (!isTechnical && Shown.Contains(field)) || Address().Match(scalar.Value) is not { Success: true } address)
        {
            return isSecret;
        }

        findings.Add(
            isTechnical ? FindingLevel.Error : FindingLevel.Warning,
            FindingCodes.Address,
            scalar.PositionOf(address.Index),
            isTechnical ? "An address of a system belongs to an environment, not to the bot." : "This text holds an address.",
            isTechnical ? "Name a connection, and give it the address in the environment file." : "Show it as a button with 'link', so that every channel can open it.");
        return true;
    }

    private static bool IsNamedSecret(string field, YamlScalar scalar) =>
        SecretField().IsMatch(field) && scalar.Value.Length >= 6 && !scalar.Value.Contains('{', StringComparison.Ordinal) && scalar.AsBoolean() is null;

    private static bool LooksRandom(string value) =>
        value.Length >= ShortestToken && Token().IsMatch(value) && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && Changes(value) > value.Length / 4;

    // Words keep to one kind of character for long; random tokens change at every second.
    private static int Changes(string value)
    {
        var changes = 0;
        for (var i = 1; i < value.Length; i++)
        {
            changes += KindOf(value[i]) == KindOf(value[i - 1]) ? 0 : 1;
        }

        return changes;
    }

    private static int KindOf(char character) => char.IsAsciiDigit(character) ? 0 : char.IsAsciiLetterUpper(character) ? 1 : 2;

    // Texts of any length are searched. Nothing that a part repeats can begin what follows it, and a signed token begins where a run of its
    // characters does: so no character is looked at again and again. (The engine without backtracking keeps tens of megabytes for this.)
    [GeneratedRegex(
        @"\b(sk_(live|test)_\w{16,}|gh[pousr]_\w{30,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{35}|glpat-[\w-]{20,})|(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(Bearer|Basic) [\w+/=.-]{16,}|://[^/\s:@]+:[^/\s:@]+@",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex KnownToken();

    [GeneratedRegex("(password|passwd|secret|token|api-?key|authorization|credential|private-?key)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SecretField();

    [GeneratedRegex(@"\A[\w+/=.-]+\z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\b(https?|wss?|ftp)://", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Address();
}
