using System.Text;

namespace Spark.Faults.Tests.Support;

/// <summary>The fields of a protobuf message, as far as a test needs them: those that are bytes, text or messages.</summary>
internal sealed class ProtobufFields
{
    private readonly ILookup<int, ReadOnlyMemory<byte>> fields;

    public ProtobufFields(ReadOnlyMemory<byte> message) => fields = Read(message).ToLookup(field => field.Number, field => field.Value);

    /// <summary>The messages of a field.</summary>
    public IEnumerable<ProtobufFields> Messages(int number) => fields[number].Select(value => new ProtobufFields(value));

    public string Text(int number) => Encoding.UTF8.GetString(fields[number].FirstOrDefault().Span);

    public string Hex(int number) => Convert.ToHexStringLower(fields[number].FirstOrDefault().Span);

    private static List<(int Number, ReadOnlyMemory<byte> Value)> Read(ReadOnlyMemory<byte> message)
    {
        var found = new List<(int, ReadOnlyMemory<byte>)>();
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message.Span, ref at);
            switch (tag & 7)
            {
                case 0:
                    Varint(message.Span, ref at);
                    break;
                case 1:
                    at += sizeof(long);
                    break;
                case 2:
                    var length = (int)Varint(message.Span, ref at);
                    found.Add(((int)(tag >> 3), message.Slice(at, length)));
                    at += length;
                    break;
                case 5:
                    at += sizeof(int);
                    break;
                default:
                    throw new InvalidDataException($"Wire type {tag & 7} is none of protobuf's.");
            }
        }

        return found;
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if ((part & 0x80) == 0)
            {
                return value;
            }
        }
    }
}
