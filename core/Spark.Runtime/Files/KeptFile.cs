namespace Spark.Runtime.Files;

/// <summary>A file that is kept.</summary>
/// <param name="Id">Its id, which cannot be guessed: who knows it may fetch the file.</param>
/// <param name="Name">Its name, as people see it.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="KeptAt">Since when.</param>
public sealed record KeptFile(string Id, string Name, string MediaType, ReadOnlyMemory<byte> Content, DateTimeOffset KeptAt);
