using System.Text;
using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Base64 and percent encoding.</summary>
internal static class Encodings
{
    private const string Unreserved = "-_.!~*'()";
    private const string Reserved = ";/?:@&=+$,#";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static readonly NativeCell[] Functions =
    [
        Text("base64encode", text => Convert.ToBase64String(Encoding.Latin1.GetBytes(LowBytes(text)))),
        Text("base64decode", DecodeBase64),
        Text("encodeUrlComponent", text => Encode(text, "encodeUrlComponent", Unreserved)),
        Text("encodeUrl", text => Encode(text, "encodeUrl", Unreserved + Reserved)),
        Text("decodeUrlComponent", text => Decode(text, "decodeUrlComponent", "")),
        Text("decodeUrl", text => Decode(text, "decodeUrl", Reserved)),
    ];

    /// <summary>Percent-encodes all that is not a letter, a digit or one of <c>-_.!~*'()</c>.</summary>
    public static string EncodeComponent(string text) => Encode(text, "encodeUrlComponent", Unreserved);

    private static NativeCell Text(string name, Func<string, string> change) => new(name, "<s-:s>", 1, (in Invocation call, Value[] arguments) =>
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        call.Context.CheckString(arguments[0].AsString().Length);
        return call.Context.Text(change(arguments[0].AsString()));
    });

    private static string LowBytes(string text) => string.Create(text.Length, text, (target, source) =>
    {
        for (var index = 0; index < target.Length; index++)
        {
            target[index] = (char)(source[index] & 0xFF);
        }
    });

    // What is no letter of the alphabet is passed over, as the reference does.
    private static string DecodeBase64(string text)
    {
        var bytes = new StringBuilder();
        var bits = 0;
        var buffer = 0;
        foreach (var letter in text)
        {
            if (letter == '=')
            {
                break;
            }

            var digit = letter switch
            {
                >= 'A' and <= 'Z' => letter - 'A',
                >= 'a' and <= 'z' => letter - 'a' + 26,
                >= '0' and <= '9' => letter - '0' + 52,
                '+' or '-' => 62,
                '/' or '_' => 63,
                _ => -1,
            };
            if (digit < 0)
            {
                continue;
            }

            buffer = ((buffer << 6) | digit) & 0xFFFF;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Append((char)((buffer >> bits) & 0xFF));
            }
        }

        return bytes.ToString();
    }

    private static string Encode(string text, string function, string kept)
    {
        var output = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (char.IsAsciiLetterOrDigit(letter) || kept.Contains(letter))
            {
                output.Append(letter);
                continue;
            }

            if (Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var used) != System.Buffers.OperationStatus.Done)
            {
                throw Malformed(text, function);
            }

            foreach (var each in bytes[..rune.EncodeToUtf8(bytes)])
            {
                output.Append('%').Append(each.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }

            index += used - 1;
        }

        return output.ToString();
    }

    private static string Decode(string text, string function, string kept)
    {
        var output = new StringBuilder(text.Length);
        var index = 0;
        while (index < text.Length)
        {
            if (text[index] != '%')
            {
                output.Append(text[index++]);
                continue;
            }

            var start = index;
            var first = TakeByte(text, ref index, function);
            var bytes = new List<byte> { first };
            var following = first < 0x80 ? 0 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
            for (; following > 0; following--)
            {
                bytes.Add(TakeByte(text, ref index, function));
            }

            var decoded = ToText([.. bytes], text, function);
            output.Append(decoded.Length == 1 && kept.Contains(decoded[0]) ? text[start..index] : decoded);
        }

        return output.ToString();
    }

    private static byte TakeByte(string text, ref int index, string function)
    {
        if (index + 3 > text.Length || text[index] != '%' || !char.IsAsciiHexDigit(text[index + 1]) || !char.IsAsciiHexDigit(text[index + 2]))
        {
            throw Malformed(text, function);
        }

        var value = Convert.ToByte(text.Substring(index + 1, 2), 16);
        index += 3;
        return value;
    }

    private static string ToText(byte[] bytes, string text, string function)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed(text, function);
        }
    }

    private static ExpressionException Malformed(string text, string function) =>
        Failure.New("D3140", $"Malformed URL passed to ${function}(): {JsonTextWriter.Quote(text)}");
}
