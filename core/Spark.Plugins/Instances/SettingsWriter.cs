using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Spark.Engine.Reading;
using Spark.Plugins.Environments;
using Spark.Settings;

namespace Spark.Plugins.Instances;

/// <summary>
/// Writes an instance's settings as JSON for the plugin's own type. The type decides what an unquoted scalar is, so that a client id
/// of digits stays a text.
/// </summary>
internal sealed class SettingsWriter(ResolvedSecrets secrets, string what, List<Finding> findings)
{
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly List<string> hidden = [.. secrets.Values];

    /// <summary>The secrets, and the values of properties that the plugin marks as secret but the operator wrote in plain.</summary>
    public IReadOnlyList<string> Hidden => hidden;

    public byte[] Write(SettingNode settings, JsonTypeInfo type)
    {
        using (var json = new Utf8JsonWriter(buffer))
        {
            WriteMapping(json, settings, type, "");
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void WriteNode(Utf8JsonWriter json, SettingNode node, Type? type, JsonSerializerOptions options, string path)
    {
        var target = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        var info = target is not null && options.TryGetTypeInfo(target, out var known) ? known : null;
        switch (node.Kind)
        {
            case SettingKind.Mapping:
                WriteMapping(json, node, info, path);
                break;
            case SettingKind.Sequence:
                json.WriteStartArray();
                foreach (var (index, item) in node.Items.Index())
                {
                    WriteNode(json, item, info?.ElementType, options, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"));
                }

                json.WriteEndArray();
                break;
            default:
                WriteScalar(json, node, target);
                break;
        }
    }

    private void WriteMapping(Utf8JsonWriter json, SettingNode node, JsonTypeInfo? info, string path)
    {
        var options = info?.Options ?? JsonSerializerOptions.Default;
        json.WriteStartObject();
        foreach (var field in node.Fields)
        {
            var name = path.Length == 0 ? field.Key : $"{path}.{field.Key}";
            var property = Property(info, field.Key);
            if (property is null && info is { Kind: JsonTypeInfoKind.Object, PolymorphismOptions: null } && !HasExtensionData(info))
            {
                findings.Add(Problem.At(
                    InstanceCodes.Settings, field.At, $"{what} has the setting '{name}', which its plugin does not know.", $"Known are: {Known(info)}."));
                continue;
            }

            if (property?.AttributeProvider?.IsDefined(typeof(SecretAttribute), inherit: true) == true)
            {
                hidden.AddRange(field.Value.All().Where(value => value.Kind == SettingKind.Scalar && !value.IsNull).Select(value => value.Text));
            }

            json.WritePropertyName(property?.Name ?? field.Key);
            WriteNode(json, field.Value, property?.PropertyType ?? info?.ElementType, options, name);
        }

        json.WriteEndObject();
    }

    private void WriteScalar(Utf8JsonWriter json, SettingNode node, Type? target)
    {
        if (secrets.Find(node) is { } secret)
        {
            json.WriteStringValue(secret);
        }
        else if (node.IsNull)
        {
            json.WriteNullValue();
        }
        else if (node.IsPlain && TakesBoolean(target) && node.Boolean is { } boolean)
        {
            json.WriteBooleanValue(boolean);
        }
        else if (node.IsPlain && TakesNumber(target) && IsNumber(node.Text))
        {
            json.WriteRawValue(node.Text);
        }
        else
        {
            json.WriteStringValue(node.Text);
        }
    }

    private static JsonPropertyInfo? Property(JsonTypeInfo? info, string key)
    {
        if (info is not { Kind: JsonTypeInfoKind.Object })
        {
            return null;
        }

        var comparison = info.Options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return info.Properties.FirstOrDefault(property => !property.IsExtensionData && string.Equals(property.Name, key, comparison));
    }

    private static bool HasExtensionData(JsonTypeInfo info) => info.Properties.Any(property => property.IsExtensionData);

    private static string Known(JsonTypeInfo info) =>
        info.Properties.Count == 0 ? "none at all" : string.Join(", ", info.Properties.Select(property => property.Name));

    private static bool IsFree(Type? target) => target is null
        || target == typeof(object)
        || target == typeof(JsonElement)
        || typeof(JsonNode).IsAssignableFrom(target);

    private static bool TakesBoolean(Type? target) => target == typeof(bool) || IsFree(target);

    private static bool TakesNumber(Type? target) => IsFree(target)
        || target!.IsEnum
        || target == typeof(decimal)
        || (target.IsPrimitive && target != typeof(bool) && target != typeof(char));

    /// <summary>A number as JSON writes it; <c>0x10</c>, <c>010</c> and <c>1_000</c> are texts.</summary>
    private static bool IsNumber(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            return false;
        }

        var digits = text.StartsWith('-') ? text[1..] : text;
        return char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1]) && (digits[0] != '0' || digits.Length == 1 || digits[1] == '.');
    }
}
