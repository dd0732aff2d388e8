using Microsoft.Extensions.Options;

namespace Spark.Runtime.Secrets;

/// <summary>Checks <see cref="SealOptions"/> when the host starts.</summary>
internal sealed class SealOptionsValidator : IValidateOptions<SealOptions>
{
    public ValidateOptionsResult Validate(string? name, SealOptions options)
    {
        Span<byte> key = stackalloc byte[1024];
        return options.Key is null || (Convert.TryFromBase64String(options.Key, key, out var length) && length >= SealOptions.LeastBytes)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{SealOptions.SectionName}:{nameof(SealOptions.Key)} must be Base64 of at least {SealOptions.LeastBytes} bytes, such as 'openssl rand -base64 32' prints.");
    }
}
