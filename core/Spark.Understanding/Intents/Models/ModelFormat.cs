using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Spark.Understanding.Intents.Features;

namespace Spark.Understanding.Intents.Models;

/// <summary>
/// A model as bytes: a mark, the version of the format, the SHA-256 of what follows, and then what follows. Little-endian on every machine.
/// </summary>
internal static class ModelFormat
{
    /// <summary>The version that is written, and the only one that is read: a model is trained anew in a second.</summary>
    public const int Version = 4;

    private const int MostIntents = 100_000;
    private const int MostFeatures = 10_000_000;
    private const int MostUnits = 4_096;
    private const int HeadLength = 8 + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Mark => "SPKI"u8;

    public static byte[] Write(IntentModel model)
    {
        using var stream = new MemoryStream();
        stream.SetLength(HeadLength);
        stream.Position = HeadLength;
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            WriteBody(writer, model);
        }

        byte[] bytes = stream.ToArray();
        Mark.CopyTo(bytes);
        MemoryMarshal.Write(bytes.AsSpan(4), Version);
        SHA256.HashData(bytes.AsSpan(HeadLength), bytes.AsSpan(8));
        return bytes;
    }

    /// <exception cref="InvalidDataException">The bytes are not a whole model of this version.</exception>
    public static IntentModel Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (span.Length < HeadLength || !span[..4].SequenceEqual(Mark))
        {
            throw new InvalidDataException("The bytes are no model of intents.");
        }

        if (MemoryMarshal.Read<int>(span[4..]) is var version and not Version)
        {
            throw new InvalidDataException($"The model is of version {version} of its format, and this Spark reads version {Version}. Train it anew.");
        }

        if (!SHA256.HashData(span[HeadLength..]).AsSpan().SequenceEqual(span[8..HeadLength]))
        {
            throw new InvalidDataException("The model is damaged: its checksum does not fit. Train it anew.");
        }

        try
        {
            using var stream = new MemoryStream(bytes[HeadLength..].ToArray(), writable: false);
            using var reader = new BinaryReader(stream, Encoding.UTF8);
            return ReadBody(reader);
        }
        catch (EndOfStreamException early)
        {
            throw new InvalidDataException("The model ends too early. Train it anew.", early);
        }
    }

    private static void WriteBody(BinaryWriter writer, IntentModel model)
    {
        writer.Write(model.Features.WordGrams);
        writer.Write(model.Features.SkipDistance);
        writer.Write(model.Features.ShortestPiece);
        writer.Write(model.Features.LongestPiece);
        writer.Write(model.Features.PieceWeight);
        writer.Write(model.Index.Count);
        writer.Write(model.Index.WordCount);
        writer.Write(model.Index.UnknownWeight);
        writer.Write(MemoryMarshal.AsBytes(model.Index.Hashes));
        writer.Write(MemoryMarshal.AsBytes(model.Index.Weights.AsSpan()));
        writer.Write(model.Intents.Count);
        foreach (string intent in model.Intents)
        {
            writer.Write(intent);
        }

        model.Calibration.Write(writer);
        writer.Write(model.HasNone);
        writer.Write(model.HiddenUnits);
        writer.Write(model.Networks.Count);
        foreach (HiddenNetwork network in model.Networks)
        {
            network.Input.Write(writer);
            network.Output.Write(writer);
            writer.Write(MemoryMarshal.AsBytes(network.Biases.AsSpan()));
        }

        model.Traces.Write(writer);
    }

    private static IntentModel ReadBody(BinaryReader reader)
    {
        var features = new FeatureSettings
        {
            WordGrams = reader.ReadInt32(),
            SkipDistance = reader.ReadInt32(),
            ShortestPiece = reader.ReadInt32(),
            LongestPiece = reader.ReadInt32(),
            PieceWeight = reader.ReadSingle(),
        };
        int count = Within(reader.ReadInt32(), MostFeatures);
        int wordCount = Within(reader.ReadInt32(), count);
        float unknownWeight = reader.ReadSingle();
        var index = new FeatureIndex(ReadArray<uint>(reader, count), ReadArray<float>(reader, count), wordCount, unknownWeight);
        var intents = new string[Within(reader.ReadInt32(), MostIntents)];
        for (int intent = 0; intent < intents.Length; intent++)
        {
            intents[intent] = reader.ReadString();
        }

        var calibration = Calibration.Read(reader);
        bool hasNone = reader.ReadBoolean();
        int hidden = Within(reader.ReadInt32(), MostUnits);
        int outputs = intents.Length + (hasNone ? 1 : 0);
        var networks = new HiddenNetwork[Within(reader.ReadInt32(), 64)];
        for (int network = 0; network < networks.Length; network++)
        {
            networks[network] = new(
                QuantizedMatrix.Read(reader, count, hidden), QuantizedMatrix.Read(reader, hidden, outputs), ReadArray<float>(reader, outputs));
        }

        return new(features, index, networks, intents, ReadTraces(reader, networks.Length * hidden, intents.Length), calibration, hasNone);
    }

    private static ExampleTraces ReadTraces(BinaryReader reader, int units, int intents)
    {
        var counts = new int[intents];
        foreach (ref int count in counts.AsSpan())
        {
            count = Within(reader.ReadInt32(), ExampleTraces.MostOfOne);
        }

        return new(units, counts, ReadArray<sbyte>(reader, counts.Sum() * units));
    }

    private static T[] ReadArray<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static int Within(int count, int most) =>
        count >= 0 && count <= most ? count : throw new InvalidDataException("The model names a size that no model has. Train it anew.");
}
