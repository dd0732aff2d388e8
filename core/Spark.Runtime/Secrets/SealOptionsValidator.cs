using Microsoft.Extensions.Options;

namespace Spark.Runtime.Secrets;

/// <summary>Checks <see cref="SealOptions"/> when the host starts.</summary>
internal sealed class SealOptionsValidator : IValidateOptions<SealOptions>
{
    public ValidateOptionsResult Validate(string? name, SealOptions options) =>
        options.Key is null || (SealOptions.Split(options.Key) is { Length: > 0 } keys && keys.All(IsKey))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{SealOptions.SectionName}:{nameof(SealOptions.Key)} must be Base64 of at least {SealOptions.LeastBytes} bytes, such as 'openssl rand -base64 32' prints, or several of them separated by commas.");

    private static bool IsKey(string text)
    {
        Span<byte> key = stackalloc byte[1024];
        return Convert.TryFromBase64String(text, key, out var length) && length >= SealOptions.LeastBytes;
    }
}
