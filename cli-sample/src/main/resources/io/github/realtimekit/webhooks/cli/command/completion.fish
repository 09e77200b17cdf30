# Completion of rtk-webhooks in fish.
function __rtk_webhooks
    set -l words (commandline -opc) (commandline -ct)
    $words[1] __complete -- $words[2..-1] 2>/dev/null
end
complete -c rtk-webhooks -f -a '(__rtk_webhooks)'
for option in token-file key body delivery file save
    complete -c rtk-webhooks -l $option -r -F
end
complete -c rtk-webhooks -s f -r -F
