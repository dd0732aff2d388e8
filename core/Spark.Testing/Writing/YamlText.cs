using System.Text;
using System.Text.Encodings.Web;

namespace Spark.Testing.Writing;

/// <summary>YAML as this project writes it.</summary>
internal sealed class YamlText
{
    private readonly StringBuilder text = new();

    /// <summary>A value, quoted as YAML and JSON both read it; plain only where no YAML reader could take it for anything else.</summary>
    public static string Quote(string value) =>
        value.Length > 0 && char.IsAsciiLetter(value[0]) && value.All(letter => char.IsAsciiLetter(letter) || letter is ' ' or '-') && !IsWord(value) && value[^1] != ' '
            ? value
            : $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value)}\"";

    /// <summary>Writes a key and its value.</summary>
    /// <param name="depth">How deep.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public void Line(int depth, string key, string value) => Raw($"{new string(' ', depth * 2)}{key}: {Quote(value)}");

    /// <summary>Writes a line as it is.</summary>
    public void Raw(string line) => text.Append(line).Append('\n');

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private static bool IsWord(string value) => value.ToLowerInvariant() is "yes" or "no" or "on" or "off" or "y" or "n" or "true" or "false" or "null";
}
