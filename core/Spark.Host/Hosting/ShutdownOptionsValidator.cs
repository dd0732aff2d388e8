using Microsoft.Extensions.Options;

namespace Spark.Host.Hosting;

/// <summary>Refuses limits that contradict each other before the host runs with them.</summary>
internal sealed class ShutdownOptionsValidator : IValidateOptions<ShutdownOptions>
{
    public ValidateOptionsResult Validate(string? name, ShutdownOptions options) =>
        options.Limit > (options.ServeOn ?? TimeSpan.Zero)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{ShutdownOptions.SectionName}:{nameof(options.Limit)} must be longer than {nameof(options.ServeOn)}.");
}
