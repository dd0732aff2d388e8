namespace Spark.Channels;

/// <summary>A package to upload. Since contract 1.2.</summary>
/// <param name="FileName">What the file is called.</param>
/// <param name="Content">Its bytes.</param>
public sealed record AppPackage(string FileName, ReadOnlyMemory<byte> Content);
